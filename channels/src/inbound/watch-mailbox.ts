import { setTimeout } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import type { Arrival } from './listen-smtp'
import { recipientsOf } from './recipients-of'
import { SmtpRefusal } from './smtp-refusal'

/** As the listener takes: reports carry the mail they are about. Bytes. */
const MAX_BYTES = 5 * 1024 * 1024
/** How long a server may be away before it is asked again: doubled from the first up to the last. Milliseconds. */
const [AGAIN_FIRST, AGAIN_LAST] = [1_000, 60_000]
/** Servers that cannot tell of a new mail are asked this often. Milliseconds. */
const LOOK_EVERY = 60_000

export interface WatchedMailbox<Mailbox> {
  /** `imaps://user:password@host/INBOX`; `imap://` begins without TLS and takes it where it is offered. */
  url: string
  /** Whose an address is; null: nobody's. */
  mailboxOf(address: string): Promise<Mailbox | null>
  /** Keeps a mail for good before it returns; throws an SmtpRefusal for what it never takes. */
  take(arrival: Arrival<Mailbox>): Promise<void>
  /** Told of what has to be tried again: a server that is away, a mail that could not be kept. */
  onError(error: unknown): void
  /** Left out: 5 MB. */
  maxBytes?: number
}

export interface MailboxWatch {
  /** What is being taken is finished. */
  close(): Promise<void>
}

/**
 * Takes in each unread mail of a mailbox, also those that come later, and marks it as read once it is kept. What is
 * for nobody, too large or refused is marked as read and flagged, for a person to look at; what cannot be kept now stays
 * unread and is taken at the next look.
 */
export function watchMailbox<Mailbox>(box: WatchedMailbox<Mailbox>): MailboxWatch {
  const stopping = new AbortController()
  const { signal } = stopping
  const watching = (async () => {
    for (let pause = AGAIN_FIRST; !signal.aborted; pause = Math.min(pause * 2, AGAIN_LAST)) {
      try {
        await watchOnce(box, signal, () => {
          pause = AGAIN_FIRST
        })
      } catch (error) {
        box.onError(error)
      }
      await paused(pause, signal)
    }
  })()
  return {
    async close() {
      stopping.abort()
      await watching
    },
  }
}

/** One connection, until it ends or the watch does. */
async function watchOnce<Mailbox>(
  box: WatchedMailbox<Mailbox>,
  signal: AbortSignal,
  onReached: () => void,
): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(box.url)
  const client = new ImapFlow({
    ...{ host: hostname, secure: protocol === 'imaps:', logger: false },
    port: Number(port) || (protocol === 'imaps:' ? 993 : 143),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    maxIdleTime: LOOK_EVERY,
  })
  let tellNews = () => {}
  client.on('exists', () => tellNews())
  const ended = new Promise<never>((_resolve, reject) => {
    client.on('error', reject)
    client.on('close', () => reject(new Error('The mail server closed the connection.')))
  })
  // It may also end while nobody waits for it; whoever waits next hears of it.
  ended.catch(() => {})
  const stop = () => client.close()
  signal.addEventListener('abort', stop)
  try {
    await client.connect()
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX')
    // From here on what is being taken is finished first.
    signal.removeEventListener('abort', stop)
    onReached()
    while (!signal.aborted) {
      const news = new Promise<void>((resolve) => {
        tellNews = resolve
      })
      await Promise.race([takeUnread(client, box, signal), ended])
      await Promise.race([news, paused(LOOK_EVERY, signal), ended])
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

async function takeUnread<Mailbox>(
  client: ImapFlow,
  box: WatchedMailbox<Mailbox>,
  signal: AbortSignal,
): Promise<void> {
  const { maxBytes = MAX_BYTES } = box
  const unread = (await client.search({ seen: false }, { uid: true })) || []
  for (const uid of unread) {
    if (signal.aborted) return
    const known = await client.fetchOne(String(uid), { size: true }, { uid: true })
    if (!known) continue
    const isTooLarge = (known.size ?? 0) > maxBytes
    const isTaken = !isTooLarge && (await takeOne(client, box, uid))
    if (isTaken === 'later') continue
    const flags = isTaken ? ['\\Seen'] : ['\\Seen', '\\Flagged']
    await client.messageFlagsAdd(String(uid), flags, { uid: true })
  }
}

/** Whether it was kept; false: it never will be. */
async function takeOne<Mailbox>(
  client: ImapFlow,
  { mailboxOf, take, onError }: WatchedMailbox<Mailbox>,
  uid: number,
): Promise<boolean | 'later'> {
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!fetched || fetched.source === undefined) return 'later'
  try {
    const { to, from } = await recipientsOf(fetched.source)
    const mailboxes: Mailbox[] = []
    for (const address of to) {
      const mailbox = await mailboxOf(address)
      if (mailbox !== null) mailboxes.push(mailbox)
    }
    // The servers' own notes come first; what the writer wrote as well names the same mailbox.
    const [first] = mailboxes
    if (first === undefined) return false
    await take({ mailboxes: [first], from, raw: fetched.source })
    return true
  } catch (error) {
    if (error instanceof SmtpRefusal && error.responseCode >= 500) return false
    onError(error)
    return 'later'
  }
}

/** Resolves after a while, at once when aborted. */
const paused = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
