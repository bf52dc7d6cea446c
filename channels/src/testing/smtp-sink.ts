import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A real SMTP server on a free local port that keeps what it takes. */
export interface SmtpSink {
  url: string
  /** Raw messages, in order of arrival. */
  taken: string[]
  close(): Promise<void>
}

/** What a server answers: an error with this code and these words. */
export const answer = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode })

export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString())
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined) // clients that vanish are part of the tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
