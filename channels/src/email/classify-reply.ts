import { classOfStatus, type RefusalClass } from '@relance/core/delivery/class-of-status'
import type { Delivery } from '../kit/delivery'

/** What nodemailer says of a failed send. */
export interface SendFailure {
  code: string
  message: string
  /** Three digits, when the server answered. */
  responseCode?: number
  response?: string
  /** What the server was answering: `EHLO`, `MAIL FROM`, `RCPT TO`, `DATA` …; `CONN` wherever a connection broke. */
  command?: string
}

/** Of these the recipient knows nothing: our credentials, or a server that serves nobody now. */
const beforeTheMessage = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/

/** Servers without enhanced codes: RFC 5321's meaning of the three digits, by what they answer. */
function classByReply(reply: number, command: string): RefusalClass {
  if (reply === 552) return 'soft'
  return command.startsWith('RCPT') && [550, 551, 553].includes(reply) ? 'hard' : 'blocked'
}

/**
 * Whether to try again, or what kind of refusal it is.
 * @param isBegun the server may have been given the mail: silence after that may mean that it was taken
 */
export function classifyReply(
  { code, message, responseCode, response, command = '' }: SendFailure,
  isBegun: boolean,
): Delivery {
  const unanswered = isBegun ? 'unsure' : 'unavailable'
  const reason = response?.trim() || message
  if (!responseCode) {
    const invalidAddress = code === 'EENVELOPE'
    return invalidAddress
      ? { result: 'refused', class: 'hard', code, reason }
      : { result: 'retry', why: unanswered, code, reason }
  }
  const status = reason.match(/^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/)?.[1]
  const precise = status ?? String(responseCode)
  const isOurs = code === 'EAUTH' || beforeTheMessage.test(command)
  if (responseCode < 500 || isOurs) {
    return { result: 'retry', why: isOurs ? unanswered : 'later', code: precise, reason }
  }
  // A 4.x.x status behind a 5yz reply contradicts itself; the reply is the protocol.
  const refusal = status?.startsWith('5')
    ? classOfStatus(status)
    : classByReply(responseCode, command)
  return { result: 'refused', class: refusal, code: precise, reason }
}
