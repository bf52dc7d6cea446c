import { ApiError } from '../api/api-error'

/** Why a mail cannot be made. */
export interface MailFault {
  message: string
  /** In the source, from 1; null: not in it, or nobody knows where. */
  line: number | null
}

/** What a refused mail says of its source; null: it was not refused. */
export function faultOf(failure: Error | null): MailFault | null {
  if (!failure) return null
  const { line, field } = failure instanceof ApiError ? failure.body : {}
  // A fault of the subject has a line, too: of the subject.
  const isOfSource = field === undefined || field === 'mjml' || field === 'draft.mjml'
  return { message: failure.message, line: isOfSource && typeof line === 'number' ? line : null }
}
