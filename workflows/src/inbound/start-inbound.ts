import type { EmailTransport } from '@relance/channels/email/transport'
import { listenSmtp, type SmtpDoor, type SmtpListener } from '@relance/channels/inbound/listen-smtp'
import { AppError } from '@relance/core/error/app-error'
import { findReturnAddresses } from '@relance/core/token/return-addresses'
import { openReturnAddress } from '@relance/db/message/open-return-address'
import type { Engine } from '../burst/engine'
import type { WorkerEnv } from '../env'
import { forwardReply } from './forward-reply'
import { type Mailbox, takeReturnedMail } from './take-returned-mail'

/** Where providers send complaints (RFC 2142) and servers what they tell whoever runs one (RFC 5321). */
const DESK = /^(abuse|postmaster)@/i

/** Takes in reports, complaints and answers over SMTP, where the operator has said so; null otherwise. */
export async function startInbound(
  engine: Engine,
  env: WorkerEnv,
  transport: EmailTransport,
): Promise<SmtpListener | null> {
  const { RELANCE_BOUNCE_DOMAIN: domain, RELANCE_SMTP_IN_PORT: port } = env
  if (port === undefined || domain === undefined) return null

  const mailboxOf = async (address: string): Promise<Mailbox | null> => {
    if (DESK.test(address) && address.toLowerCase().endsWith(`@${domain.toLowerCase()}`))
      return { of: 'desk' }
    const [named] = findReturnAddresses(domain, address)
    const returned = named && (await openReturnAddress(engine.sql, named.token))
    return returned ? { of: 'message', returned } : null
  }

  const desk = { engine, domain, forward: forwardReply(transport, env.RELANCE_URL) }
  const door: SmtpDoor<Mailbox> = {
    ...{ host: env.RELANCE_SMTP_IN_HOST, port, mailboxOf },
    take: (arrival) => takeReturnedMail(desk, arrival),
    onError: (error) => engine.log.error({ err: error }, 'a returned mail was not taken'),
  }
  const listener = await listenSmtp(door).catch((error: unknown) => {
    // Taken already, or not ours to take: what the operator can mend.
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('unavailable', `RELANCE_SMTP_IN_PORT does not work: ${why}.`)
  })
  engine.log.info({ port: listener.port, domain }, 'mail that comes back is taken in')
  return listener
}
