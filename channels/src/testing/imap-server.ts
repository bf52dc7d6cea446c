import { type AddressInfo, createServer, type Socket } from 'node:net'

/** One mail of the mailbox. */
interface KeptMail {
  raw: Buffer
  flags: Set<string>
}

/** As much of RFC 3501 as a client needs that reads one mailbox: on a free local port, one user, any password. */
export interface ImapServer {
  url: string
  mails: KeptMail[]
  /** A mail arrives; who is idle is told. */
  arrive(raw: string | Buffer): void
  /** Ends all connections, as a restart does. */
  drop(): void
  close(): Promise<void>
}

export async function startImapServer(): Promise<ImapServer> {
  const mails: KeptMail[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => open.delete(socket)) // clients that vanish are part of the tests
    serve(socket, mails)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    ...{ url: `imap://shop:secret@127.0.0.1:${port}/INBOX`, mails, drop },
    arrive(raw) {
      mails.push({ raw: Buffer.from(raw), flags: new Set() })
      for (const socket of open) socket.write(`* ${mails.length} EXISTS\r\n`)
    },
    close: () => {
      drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function serve(socket: Socket, mails: KeptMail[]): void {
  let text = ''
  let idleTag = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('* OK [CAPABILITY IMAP4rev1 IDLE] ready')
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end)
      text = text.slice(end + 2)
      if (line === 'DONE') {
        say(`${idleTag} OK done`)
        continue
      }
      const [tag = '', ...words] = line.split(' ')
      const isUid = /^uid$/i.test(words[0] ?? '')
      const [command = '', ...rest] = isUid ? words.slice(1) : words
      if (/^idle$/i.test(command)) {
        idleTag = tag
        say('+ idling')
        continue
      }
      answerTo(command.toUpperCase(), rest, mails, say, socket)
      say(`${tag} OK done`)
      if (/^logout$/i.test(command)) socket.end()
    }
  })
}

function answerTo(
  command: string,
  rest: string[],
  mails: KeptMail[],
  say: (line: string) => void,
  socket: Socket,
): void {
  if (command === 'CAPABILITY') say('* CAPABILITY IMAP4rev1 IDLE')
  if (command === 'LIST' || command === 'LSUB') say('* LIST () "/" INBOX')
  if (command === 'SELECT') {
    say('* FLAGS (\\Seen \\Flagged)')
    say('* OK [PERMANENTFLAGS (\\Seen \\Flagged)] kept')
    say(`* ${mails.length} EXISTS`)
    say('* OK [UIDVALIDITY 1] valid')
    say(`* OK [UIDNEXT ${mails.length + 1}] next`)
  }
  if (command === 'SEARCH') {
    const unread = mails.flatMap(({ flags }, i) => (flags.has('\\Seen') ? [] : [i + 1]))
    say(`* SEARCH ${unread.join(' ')}`.trimEnd())
  }
  const number = Number(rest[0])
  const mail = mails[number - 1]
  if (!mail) return
  if (command === 'STORE') {
    for (const flag of rest.join(' ').match(/\\\w+/g) ?? []) mail.flags.add(flag)
    say(`* ${number} FETCH (UID ${number} FLAGS (${[...mail.flags].join(' ')}))`)
  }
  if (command !== 'FETCH') return
  const about = `UID ${number} RFC822.SIZE ${mail.raw.length}`
  if (!/BODY/i.test(rest.join(' '))) {
    say(`* ${number} FETCH (${about})`)
    return
  }
  socket.write(`* ${number} FETCH (${about} BODY[] {${mail.raw.length}}\r\n`)
  socket.write(mail.raw)
  socket.write(')\r\n')
}
