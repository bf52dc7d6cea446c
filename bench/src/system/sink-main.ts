import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** Arrivals are told together this often: a message for each would cost the machine that is measured. */
const TELL_EVERY_MS = 20

let arrivals: { to: string; at: number }[] = []

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, { envelope }, done) {
    stream.on('end', () => {
      const at = Date.now()
      for (const { address } of envelope.rcptTo) arrivals.push({ to: address, at })
      done()
    })
    stream.resume()
  },
})
// A client that vanishes in the middle is its own affair.
server.on('error', (error) => console.error(error.message))
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address() as AddressInfo
  process.send?.({ port: address.port })
})

setInterval(() => {
  if (arrivals.length === 0) return
  process.send?.({ arrivals })
  arrivals = []
}, TELL_EVERY_MS)
