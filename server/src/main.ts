import { serve } from '@hono/node-server'
import { AppError } from '@relance/core/error/app-error'
import { connect } from '@relance/db/connection/connect'
import { migrate } from '@relance/db/migrate'
import { createApp } from './app'
import { createAuth, issueSignInLink } from './auth/auth'
import { mailSignInLink } from './auth/mail-sign-in-link'
import { DraftRooms } from './draft-room/draft-rooms'
import { draftSockets } from './draft-room/draft-sockets'
import { type Env, readEnv } from './env'
import { writeCredentials } from './first-start/credentials'
import { firstStart, OWNER_EMAIL } from './first-start/first-start'
import { machineLanguage } from './first-start/machine-language'
import { Watch } from './health/watch'
import { imageStoreOf } from './images/image-store-of'
import { createLog } from './log'
import { Tracker } from './track/tracker'
import { testMailer } from './try/mail-path'

/** Running requests may take this long after a stop was asked for; a test clock's advance is the longest. */
const DRAIN_MS = 10_000
const log = createLog(process.env.LOG_LEVEL)

async function start(env: Env) {
  const url = env.RELANCE_URL.replace(/\/+$/, '')
  await migrate(env.DATABASE_URL)
  const sql = connect(env.DATABASE_URL, { name: 'relance-server' })
  const auth = await createAuth({ sql, url, sendLink: mailSignInLink(env.SMTP_URL, url) })
  const stopping = new AbortController()
  const services = {
    stopping: stopping.signal,
    sql,
    auth,
    log,
    url,
    inboxUrl: env.RELANCE_INBOX_URL ?? null,
    temporalAddress: env.TEMPORAL_ADDRESS ?? null,
    watch: new Watch(sql),
    tracker: new Tracker(sql, log),
    rooms: new DraftRooms(sql, log),
    metricsToken: env.METRICS_TOKEN ?? null,
    images: imageStoreOf(env),
    mailRoute: {
      mailServer: env.SMTP_URL ? new URL(env.SMTP_URL).hostname : 'localhost',
      smtpUrl: env.SMTP_URL ?? null,
      returnDomain: env.RELANCE_BOUNCE_DOMAIN ?? null,
      ownHost: new URL(url).hostname,
    },
    sendTestMail: testMailer(env.SMTP_URL, url),
    dnsServer: env.RELANCE_DNS,
    providerSecrets: {
      brevo: env.BREVO_WEBHOOK_TOKEN,
      mailgun: env.MAILGUN_WEBHOOK_KEY,
      postmark: env.POSTMARK_WEBHOOK_TOKEN,
      sendgrid: env.SENDGRID_WEBHOOK_KEY,
      ses: env.SES_TOPIC_ARN,
    },
  }
  await services.images.check()
  const scope = await firstStart(services, { language: machineLanguage(process.env) })
  const signInUrl = await issueSignInLink(auth, OWNER_EMAIL)
  await writeCredentials(env.RELANCE_DATA_DIR, scope, { url, signInUrl })
  const app = createApp(services)
  const stopRooms = await services.rooms.start()
  const server = serve(
    { fetch: app.fetch, port: env.PORT, websocket: { server: draftSockets() } },
    ({ port }) => log.info({ port }, 'server listens'),
  )
  const stopWatching = services.watch.keepLooking((error) =>
    log.warn({ err: error }, 'cannot look at the queues'),
  )
  const stop = async (signal: string) => {
    log.info({ signal }, 'server stops')
    stopWatching()
    stopping.abort()
    const late = setTimeout(() => process.exit(1), DRAIN_MS)
    const closed = new Promise((resolve) => server.close(resolve))
    await stopRooms()
    await closed
    await services.tracker.stop()
    await sql.end({ timeout: 5 })
    clearTimeout(late)
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

try {
  await start(readEnv(process.env))
} catch (error) {
  const { code, message, cause } = AppError.from(error)
  // What the operator can mend is one line; anything else needs its trace.
  if (code === 'internal' && cause) log.fatal({ err: cause }, 'the server cannot start')
  else process.stderr.write(`${message}\n`)
  process.exit(1)
}
