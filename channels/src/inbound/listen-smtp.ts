import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { Rates } from './rates'
import { noSuchAddress, notNow, SmtpRefusal, tooLarge, tooMany } from './smtp-refusal'

/** Reports carry the mail they are about; answers may carry a picture. Bytes. */
const MAX_BYTES = 5 * 1024 * 1024
const MAX_CLIENTS = 50
const MAX_RECIPIENTS = 10
/** From one place in a minute: more than a relay needs, less than guessing does. */
const MAILS_A_MINUTE = 3000
const UNKNOWN_A_MINUTE = 30

/** One mail that somebody hands us. */
export interface Arrival<Mailbox> {
  mailboxes: Mailbox[]
  /** Who the SMTP dialogue says it is from; empty for reports. */
  from: string
  raw: Buffer
}

export interface SmtpDoor<Mailbox> {
  host: string
  port: number
  /** Whose an address is; null: nobody's, which is answered 550. */
  mailboxOf(address: string): Promise<Mailbox | null>
  /** Keeps a mail for good before it returns; an SmtpRefusal is answered as it says, any other error as “later”. */
  take(arrival: Arrival<Mailbox>): Promise<void>
  /** Told of errors that are no refusal. */
  onError(error: unknown): void
  /** What it shows whoever asks for encryption (STARTTLS), both PEM; left out: it offers none. */
  tls?: { key: string; cert: string }
  /** Left out: 5 MB. */
  maxBytes?: number
}

export interface SmtpListener {
  port: number
  /** Takes nobody in any more; what is being taken is finished. */
  close(): Promise<void>
}

type Done = (error?: Error | null) => void

/** Takes in mail over SMTP, for known addresses only. Limits size, clients and rates. */
export async function listenSmtp<Mailbox>(door: SmtpDoor<Mailbox>): Promise<SmtpListener> {
  const { maxBytes = MAX_BYTES, tls } = door
  const [mails, unknown] = [new Rates(), new Rates()]
  const mailboxes = new WeakMap<SMTPServerSession, Map<string, Mailbox>>()
  const answer = (done: Done, work: Promise<unknown>) =>
    work.then(
      () => done(),
      (error: unknown) => {
        if (error instanceof SmtpRefusal) return done(error)
        door.onError(error)
        done(notNow())
      },
    )

  async function recipient(address: string, session: SMTPServerSession): Promise<void> {
    const known = mailboxes.get(session) ?? new Map<string, Mailbox>()
    if (known.size >= MAX_RECIPIENTS) throw new SmtpRefusal(452, '4.5.3 Too many recipients')
    if (unknown.times(session.remoteAddress) >= UNKNOWN_A_MINUTE) throw tooMany()
    const mailbox = await door.mailboxOf(address)
    if (mailbox === null) {
      unknown.add(session.remoteAddress)
      throw noSuchAddress()
    }
    mailboxes.set(session, known.set(address.toLowerCase(), mailbox))
  }

  async function data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = await readUpTo(stream, maxBytes)
    if (raw === null) throw tooLarge()
    const { mailFrom } = session.envelope
    const from = mailFrom ? mailFrom.address : ''
    await door.take({ mailboxes: [...(mailboxes.get(session)?.values() ?? [])], from, raw })
  }

  const server = new SMTPServer({
    ...{ authOptional: true, disableReverseLookup: true, ...tls },
    // Without a certificate of ours the library would show one that everybody has.
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...{ size: maxBytes, maxClients: MAX_CLIENTS, socketTimeout: 60_000, closeTimeout: 5_000 },
    banner: 'Relance',
    onMailFrom(_address, session, done) {
      mailboxes.delete(session)
      const isTooMuch = mails.add(session.remoteAddress) > MAILS_A_MINUTE
      done(isTooMuch ? tooMany() : null)
    },
    onRcptTo: ({ address }, session, done) => void answer(done, recipient(address, session)),
    onData: (stream, session, done) => void answer(done, data(stream, session)),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(door.port, door.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', door.onError)
  return {
    port: (server.server.address() as AddressInfo).port,
    close() {
      mails.stop()
      unknown.stop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** All of a stream, read to its end; null where it is longer than allowed. */
async function readUpTo(stream: SMTPServerDataStream, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    if (bytes <= maxBytes) chunks.push(chunk as Buffer)
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : null
}
