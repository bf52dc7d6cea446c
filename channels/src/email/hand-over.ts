import { Readable } from 'node:stream'
import type { Transporter } from 'nodemailer'
import type { EmailMessage } from './email-message'
import { isPlainAddress } from './mail-headers'
import type { Progress } from './watch-progress'

/** What nodemailer's pool reads of a mail, in the words of nodemailer's own. */
interface PoolMail {
  data: { signal?: AbortSignal | undefined }
  message: {
    getHeader(key: string): unknown
    messageId(): string
    getEnvelope(): object
    createReadStream(): Readable
  }
}

interface Pool {
  send(mail: PoolMail, done: (error: Error | null, info?: { response?: string }) => void): void
}

/** A buffer, read in one piece. */
class Whole extends Readable {
  constructor(readonly bytes: Buffer) {
    super()
  }

  override _read(): void {
    this.push(this.bytes)
    this.push(null)
  }
}

const senderOf = ({ returnPath, from }: EmailMessage) => returnPath ?? from.address

/** Nothing is left to do but to hand it over: it goes unsigned, and both addresses may stand as they are. */
export const isReady = (message: EmailMessage): boolean =>
  !message.signature && isPlainAddress(senderOf(message)) && isPlainAddress(message.to.address)

/**
 * Hands a mail that is ready to the pool itself, where `sendMail` ends: all that it does before, plugins, a tree of parts,
 * the reading of addresses, would find nothing to do (see docs/speed.md). Rejects as `sendMail` does.
 */
export function handOver(
  { transporter }: Transporter,
  message: EmailMessage,
  { raw, progress, signal }: { raw: Buffer; progress: Progress; signal: AbortSignal },
): Promise<{ response?: string }> {
  const { messageId, to } = message
  const mail: PoolMail = {
    data: { signal },
    message: {
      getHeader: () => messageId,
      messageId: () => messageId,
      getEnvelope: () => ({ from: senderOf(message), to: [to.address] }),
      createReadStream() {
        progress.isBegun = true
        return new Whole(raw)
      },
    },
  }
  const pool: Pool = transporter
  return new Promise((give, refuse) => {
    pool.send(mail, (error, info) => (error ? refuse(error) : give(info ?? {})))
  })
}
