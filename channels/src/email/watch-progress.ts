import type { Readable } from 'node:stream'

/** How far a mail has come on its way to a server. */
export interface Progress {
  /** A connection has begun to read it: from now on the server may have it. */
  isBegun: boolean
}

interface Composed {
  data: object
  message: { createReadStream(options?: object): Readable }
}

/**
 * A plugin of nodemailer that notes when a mail begins to be read. Its errors do not tell: a connection that broke
 * after the last line of the mail is reported like one that was never made.
 */
export function watchProgress({ data, message }: Composed, done: (error?: Error) => void): void {
  const read = message.createReadStream.bind(message)
  message.createReadStream = (options) => {
    if ('progress' in data) (data.progress as Progress).isBegun = true
    return read(options)
  }
  done()
}
