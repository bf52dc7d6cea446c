import { Readable } from 'node:stream'

/** How far a mail has come on its way to a server. */
export interface Progress {
  /** A connection has begun to read it: from now on the server may have it. */
  isBegun: boolean
}

interface Composed {
  data: object
  message: { createReadStream(options?: object): Readable }
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

/**
 * A plugin of nodemailer that notes when a mail begins to be read. Its errors do not tell: a connection that broke
 * after the last line of the mail is reported like one that was never made. A mail that is ready, and needs no
 * signature, is handed over as it is: nodemailer would pass it through four streams.
 */
export function watchProgress({ data, message }: Composed, done: (error?: Error) => void): void {
  const read = message.createReadStream.bind(message)
  const isReady = 'raw' in data && Buffer.isBuffer(data.raw) && !('dkim' in data && data.dkim)
  message.createReadStream = (options) => {
    if ('progress' in data) (data.progress as Progress).isBegun = true
    return isReady ? new Whole(data.raw as Buffer) : read(options)
  }
  done()
}
