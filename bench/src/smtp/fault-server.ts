import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** What a mail server does with one try of one message. */
export type Conduct =
  | 'take'
  /** Refuses the recipient with these words: "451 4.3.0 Try again later". */
  | { refuse: string }
  /** Takes the whole message and never answers. */
  | 'hang'
  /** Closes the connection while the message is being sent: it has not got it. */
  | 'close-in-data'
  /** Answers 250 and closes the connection. */
  | 'take-and-close'
  /** Has the message, and closes the connection before it says so: nobody can know. */
  | 'take-unsaid'

export interface TakenMail {
  to: string
  /** The message's id in our database: what stands before the @ of Message-ID. */
  messageId: string
}

/** A real SMTP server on a free local port whose conduct is decided per try. */
export interface FaultServer {
  url: string
  /** Everything it has, in order of arrival; also what it never said it took. */
  taken: TakenMail[]
  close(): Promise<void>
}

/** Decides what happens to a try, by its recipient and how often that recipient was tried before. */
export type Decide = (to: string, triedBefore: number) => Conduct

/** Starts one. Without `decide` it takes everything. */
export async function startFaultServer(decide: Decide = () => 'take'): Promise<FaultServer> {
  const taken: TakenMail[] = []
  const tries = new Map<string, number>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy()) // clients that are killed are the point
    converse(socket, taken, (to) => {
      const before = tries.get(to) ?? 0
      tries.set(to, before + 1)
      return decide(to, before)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** As much of RFC 5321 as a client needs that sends one message to one recipient at a time. */
function converse(socket: Socket, taken: TakenMail[], begin: (to: string) => Conduct) {
  let text = ''
  let to = ''
  let conduct: Conduct = 'take'
  let inData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') return say('250 localhost')
    if (verb === 'QUIT') return socket.end('221 2.0.0 Bye\r\n')
    if (verb === 'RCPT') {
      to = line.match(/<([^>]*)>/)?.[1] ?? ''
      conduct = begin(to)
      return say(typeof conduct === 'object' ? conduct.refuse : '250 2.1.5 Ok')
    }
    if (verb === 'DATA') {
      inData = true
      return say('354 Go ahead')
    }
    return say('250 2.0.0 Ok')
  }
  const message = (mail: string) => {
    const messageId = mail.match(/^Message-ID: <([^@>]+)/im)?.[1] ?? ''
    if (conduct !== 'hang') taken.push({ to, messageId })
    if (conduct === 'hang') return
    if (conduct === 'take-unsaid') return socket.destroy()
    say('250 2.0.0 Taken')
    if (conduct === 'take-and-close') socket.end()
  }
  say('220 localhost ready')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    for (;;) {
      if (inData && conduct === 'close-in-data') return socket.destroy()
      const end = inData ? '\r\n.\r\n' : '\r\n'
      const at = text.indexOf(end)
      if (at < 0) return
      const part = text.slice(0, at)
      text = text.slice(at + end.length)
      if (inData) {
        inData = false
        message(part)
      } else command(part)
    }
  })
}
