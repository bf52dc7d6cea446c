import { connect } from '@relance/db/connection/connect'
import { readEnvOrExit } from './env'
import { createLog } from './log'
import { repair } from './repair'

const env = readEnvOrExit()
const log = createLog('repair', env.LOG_LEVEL)
const sql = connect(env.DATABASE_URL, { max: 4, name: 'relance-repair' })
const woken = await repair(sql)
log.info({ woken }, 'every waiting enrolment has a wake in the outbox; the workers hand them over')
await sql.end()
