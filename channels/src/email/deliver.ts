import type { Delivery } from '../kit/delivery'
import { classifyReply, type SendFailure } from './classify-reply'
import type { EmailMessage } from './email-message'
import { handOver, isReady } from './hand-over'
import { mailOptions } from './mail-options'
import { tokenHeader } from './token-header'
import type { EmailTransport } from './transport'
import type { Progress } from './watch-progress'

/** After this long a send is given up, whatever the server is doing; milliseconds. */
const hardDeadline = 60_000

const isFailure = (error: unknown): error is SendFailure & Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/**
 * Hands one mail to the SMTP server. Never throws for what the server or the network does; a
 * faulty configuration or message of ours does throw. A send that passes the deadline is
 * cancelled and answered `retry`: the server may still have taken it, hence the fixed messageId.
 */
export async function deliverEmail(
  { url, pool }: EmailTransport,
  message: EmailMessage,
  deadline = hardDeadline,
): Promise<Delivery> {
  const progress: Progress = { isBegun: false }
  try {
    const signal = AbortSignal.timeout(deadline)
    const options = mailOptions(message, tokenHeader(url, message.returnToken))
    const { response } = isReady(message)
      ? await handOver(pool, message, { raw: options.raw, progress, signal })
      : await pool.sendMail({ ...options, ...{ progress, signal } })
    return { result: 'sent', response: response ?? '' }
  } catch (error) {
    if (!isFailure(error) || error.code === 'ECONFIG') throw error
    if (error.code !== 'EABORT') return classifyReply(error, progress.isBegun)
    const reason = `No answer within ${deadline / 1000} s.`
    const why = progress.isBegun ? 'unsure' : 'unavailable'
    return { result: 'retry', why, code: 'ETIMEDOUT', reason }
  }
}
