import { handOver } from '@relance/channels/testing/hand-over'
import { returnedFixture } from '@relance/channels/testing/returned-fixture'
import type { World } from './world'

export const RETURN_DOMAIN = 'mail.shop.example'

/** What a world is started with so that it takes in what comes back. */
export const takingReturns = { RELANCE_BOUNCE_DOMAIN: RETURN_DOMAIN, RELANCE_SMTP_IN_PORT: 0 }

/** The tokens of the mails that a world has sent, in their order, as their readers see them. */
export const tokensOf = (world: World): string[] =>
  world.sink.taken.flatMap((raw) => raw.match(/^Reply-To:\s+reply\+([0-9a-v]+)@/m)?.[1] ?? [])

interface GivenBack {
  token: string
  to?: 'bounce' | 'reply' | 'abuse'
  /** Who the SMTP dialogue says it is from; nobody, as for reports. */
  from?: string
  change?: (raw: string) => string
}

/** Hands a mail to the world's listener over SMTP, as another server would. Throws what that answers. */
export async function giveBack(
  world: World,
  fixture: string,
  { token, to = 'bounce', from = '', change = (raw) => raw }: GivenBack,
): Promise<void> {
  const raw = change((await returnedFixture(fixture, token)).toString('latin1'))
  const address = `${to === 'abuse' ? 'abuse' : `${to}+${token}`}@${RETURN_DOMAIN}`
  await handOver(world.smtpInPort() ?? 0, { from, to: address, raw: Buffer.from(raw, 'latin1') })
}
