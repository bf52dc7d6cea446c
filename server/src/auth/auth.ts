import { randomBytes } from 'node:crypto'
import type { Sql } from '@relance/db/connection/connect'
import { authDatabase, authTables } from '@relance/db/member/auth-database'
import { installationFact } from '@relance/db/workspace/installation-fact'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins/magic-link'

const LINK_HOURS = 24
const SESSION_DAYS = 30

/** Takes a sign-in link to whoever asked for it. */
export type SendLink = (to: { email: string; url: string }) => Promise<void>

export interface AuthSettings {
  sql: Sql
  /** The public address. */
  url: string
  sendLink: SendLink
}

/** Where a sign-in link leads; its token works once. */
export const signInUrl = (url: string, token: string) =>
  `${url}/sign-in/link?token=${encodeURIComponent(token)}`

/** Marks a link that is handed to the caller instead of being mailed. */
const handedOver = new Map<string, (url: string) => void>()

/** Sign-in: one-time links and passwords, for people an owner has added. Nobody signs up by themselves. */
export async function createAuth({ sql, url, sendLink }: AuthSettings) {
  return betterAuth({
    baseURL: url,
    basePath: '/api/auth',
    secret: await installationFact(sql, 'auth-secret', () => randomBytes(32).toString('base64url')),
    database: drizzleAdapter(authDatabase(sql), {
      provider: 'pg',
      schema: authTables,
      usePlural: true,
    }),
    user: { additionalFields: { language: { type: 'string', required: false, input: false } } },
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: SESSION_DAYS * 86_400 },
    trustedOrigins: [url, url.replace('//localhost', '//127.0.0.1')],
    telemetry: { enabled: false },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_HOURS * 3600,
        sendMagicLink: async ({ email, token, metadata }) => {
          const handOver = handedOver.get(String(metadata?.handOver))
          const link = signInUrl(url, token)
          if (handOver) handOver(link)
          else await sendLink({ email, url: link })
        },
      }),
    ],
  })
}

export type Auth = Awaited<ReturnType<typeof createAuth>>

/** A fresh sign-in link for somebody who may sign in, handed to the caller: for the console at each start. */
export async function issueSignInLink(auth: Auth, email: string): Promise<string> {
  const handOver = randomBytes(16).toString('hex')
  return new Promise((resolve, reject) => {
    handedOver.set(handOver, resolve)
    auth.api
      .signInMagicLink({ body: { email, metadata: { handOver } }, headers: new Headers() })
      .catch(reject)
      .finally(() => handedOver.delete(handOver))
  })
}
