import { createServer } from 'node:net'

/** A mail server that knows no mailbox: whoever is written to by it has come back as if the address were gone. */
export async function refusingMailServer(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.write('220 mail.example ESMTP\r\n')
    socket.on('data', (said) => {
      for (const line of said.toString().split('\r\n').filter(Boolean)) {
        if (/^RCPT/i.test(line)) socket.write('550 5.1.1 No such mailbox\r\n')
        else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n')
        else socket.write('250 OK\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the mail server has no port')
  return { port: address.port, close: () => void server.close() }
}
