import { fileURLToPath } from 'node:url'
import { emailTransport } from '@relance/channels/email/transport'
import { compileMail } from '@relance/templates/compile-mail'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import postgres from 'postgres'
import { z } from 'zod'
import { mail } from '../shop/mail'
import { makeActivities } from './activities'

/** As many as Relance's worker has. */
const CONNECTIONS = 60

const env = z
  .object({
    ...{ DATABASE_URL: z.url(), SMTP_URL: z.url(), RELANCE_URL: z.url() },
    ...{ TEMPORAL_ADDRESS: z.string(), TEMPORAL_TASK_QUEUE: z.string() },
  })
  .parse(process.env)

const logger = new DefaultLogger('WARN')
Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'WARN' } } })
const activities = makeActivities({
  sql: postgres(env.DATABASE_URL, { max: CONNECTIONS, onnotice: () => undefined }),
  transport: emailTransport(env.SMTP_URL),
  compiled: await compileMail({ ...mail, language: 'en' }),
  publicUrl: env.RELANCE_URL,
})
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS }),
  taskQueue: env.TEMPORAL_TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)),
  activities,
})
process.send?.('ready')
// Temporal's own handlers end it on SIGTERM, once what is under way is done.
await worker.run()
process.exit(0)
