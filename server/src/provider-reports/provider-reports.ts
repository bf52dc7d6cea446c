import { AppError } from '@relance/core/error/app-error'
import { openReturnAddress } from '@relance/db/message/open-return-address'
import { recordReturned } from '@relance/db/message/record-returned'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../http/context'
import { brevo } from './brevo'
import { mailgun } from './mailgun'
import { postmark } from './postmark'
import type { Provider } from './provider'
import { sendgrid } from './sendgrid'
import { ses } from './ses'

/** Those that report by webhook; a new one is a file and a line. */
export const providers = { brevo, mailgun, postmark, sendgrid, ses } satisfies Record<
  string,
  Provider
>
export type ProviderName = keyof typeof providers
/** What each signs with or was given; one without has no address here. */
export type ProviderSecrets = Partial<Record<ProviderName, string>>

const MAX_BYTES = 2 * 1024 * 1024

const isProvider = (name: string): name is ProviderName => Object.hasOwn(providers, name)

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('invalid', 'The body is no JSON.')
  }
}

/**
 * Where mail providers report bounces and complaints. What is taken is durable before the answer; the same once more
 * changes nothing, and so does what is about no mail of ours.
 */
export const providerReports = new Hono<AppEnv>().post(
  '/provider-reports/:provider',
  bodyLimit({
    maxSize: MAX_BYTES,
    onError: () => {
      throw new AppError('too-large', 'The request is too large.')
    },
  }),
  async (c) => {
    const { sql, providerSecrets } = c.get('services')
    const name = c.req.param('provider')
    const secret = isProvider(name) ? providerSecrets[name] : undefined
    if (!isProvider(name) || secret === undefined)
      throw new AppError('not-found', 'No reports of this provider are taken here.')
    const provider: Provider = providers[name]
    const body = await c.req.text()
    const said = parsed(body)
    const call = { header: (key: string) => c.req.header(key), body, nowSeconds: Date.now() / 1000 }
    if (!(await provider.isGenuine(call, secret)))
      throw new AppError('unauthenticated', 'This is not signed by the provider, or too long ago.')
    await provider.greet?.(said)
    const counts = { taken: 0, duplicates: 0, unknown: 0 }
    for (const { token, mail } of provider.read(said)) {
      const returned = await openReturnAddress(sql, token)
      if (!returned) counts.unknown++
      else if (await recordReturned(returned, mail)) counts.taken++
      else counts.duplicates++
    }
    if (counts.unknown > 0)
      c.get('log').warn({ provider: name, ...counts }, 'reports about no mail of ours')
    return c.json(counts)
  },
)
