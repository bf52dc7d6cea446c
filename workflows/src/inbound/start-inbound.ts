import type { EmailTransport } from '@relance/channels/email/transport'
import { listenSmtp, type SmtpDoor } from '@relance/channels/inbound/listen-smtp'
import { watchMailbox } from '@relance/channels/inbound/watch-mailbox'
import { AppError } from '@relance/core/error/app-error'
import { findReturnAddresses } from '@relance/core/token/return-addresses'
import { openReturnAddress } from '@relance/db/message/open-return-address'
import type { Engine } from '../burst/engine'
import type { WorkerEnv } from '../env'
import { forwardReply } from './forward-reply'
import { readCertificate } from './read-certificate'
import { type Mailbox, takeReturnedMail } from './take-returned-mail'

/** Where providers send complaints (RFC 2142) and servers what they tell whoever runs one (RFC 5321). */
const DESK = /^(abuse|postmaster)@/i

export interface Inbound {
  /** Where it listens for SMTP; null: it does not. */
  port: number | null
  /** What is being taken is finished. */
  close(): Promise<void>
}

/**
 * Takes in reports, complaints and answers, over SMTP and from a mailbox, as far as the operator has said so. Throws
 * AppError unavailable where it cannot listen; a mailbox that is away is asked again.
 */
export async function startInbound(
  engine: Engine,
  env: WorkerEnv,
  transport: EmailTransport,
): Promise<Inbound> {
  const { RELANCE_BOUNCE_DOMAIN: domain, RELANCE_SMTP_IN_PORT: port, RELANCE_IMAP_URL: url } = env
  if (domain === undefined) return { port: null, close: async () => {} }

  const mailboxOf = async (address: string): Promise<Mailbox | null> => {
    if (DESK.test(address) && address.toLowerCase().endsWith(`@${domain.toLowerCase()}`))
      return { of: 'desk' }
    const [named] = findReturnAddresses(domain, address)
    const returned = named && (await openReturnAddress(engine.sql, named.token))
    return returned ? { of: 'message', returned } : null
  }
  const desk = { engine, domain, forward: forwardReply(transport, env.RELANCE_URL) }
  const door: Pick<SmtpDoor<Mailbox>, 'mailboxOf' | 'take' | 'onError'> = {
    mailboxOf,
    take: (arrival) => takeReturnedMail(desk, arrival),
    onError: (error) => engine.log.error({ err: error }, 'a returned mail was not taken'),
  }
  const tls = await readCertificate(env)
  const listener =
    port === undefined ? null : await listenOn({ ...door, tls }, env.RELANCE_SMTP_IN_HOST, port)
  const watch = url === undefined ? null : watchMailbox({ ...door, url })
  if (listener || watch)
    engine.log.info(
      { port: listener?.port, mailbox: url && new URL(url).hostname, domain },
      'mail that comes back is taken in',
    )
  return {
    port: listener?.port ?? null,
    async close() {
      await Promise.all([listener?.close(), watch?.close()])
    },
  }
}

const listenOn = (
  door: Pick<SmtpDoor<Mailbox>, 'mailboxOf' | 'take' | 'onError' | 'tls'>,
  host: string,
  port: number,
) =>
  listenSmtp({ ...door, host, port }).catch((error: unknown) => {
    // Taken already, or not ours to take: what the operator can mend.
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('unavailable', `RELANCE_SMTP_IN_PORT does not work: ${why}.`)
  })
