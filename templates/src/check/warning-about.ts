import { positionOf } from '@relance/core/mail/position-of'
import type { MailWarning, MailWarningCode } from './mail-warning'

/** Where a warning stands in the MJML: at an offset, else where a text first stands. */
export interface WarnedOf {
  mjml?: string
  offset?: number
  text?: string
}

/**
 * A warning with its line and column; the whole mail is meant without a place, or where its text is not written as it
 * is read.
 */
export function about(
  code: MailWarningCode,
  params: MailWarning['params'] = {},
  { mjml = '', text, offset = text ? mjml.indexOf(text) : -1 }: WarnedOf = {},
): MailWarning {
  const place = offset < 0 ? { line: null, column: null } : positionOf(mjml, offset)
  return { code, params, ...place }
}
