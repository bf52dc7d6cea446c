import { randomBytes } from 'node:crypto'
import { startStack } from '../stack/start-stack'
import { localTemporal } from '../temporal/find-temporal'
import { testEnv } from './test-env'
import { throwAwayFolder } from './throw-away-folder'

/**
 * Vitest's global setup for the packages that need services: uses the ones `npm test` has started,
 * else starts throw-away ones. Only `npm start` and `npm test` fetch Temporal: without them there is none.
 */
export async function setup() {
  // Names what this run makes in the database, so that runs beside each other do not meet.
  process.env.RELANCE_TEST_RUN = randomBytes(4).toString('hex')
  if (process.env.RELANCE_TEST_DATABASE_URL) return
  const { dataDir, remove } = throwAwayFolder()
  const say = (line: string) => console.log(line)
  try {
    const withTemporal = (await localTemporal()) !== undefined
    if (!withTemporal) say('Temporal is not on this machine yet; `npm test` fetches it.')
    const stack = await startStack({ dataDir, say, isThrowAway: true, withTemporal })
    Object.assign(process.env, testEnv(stack))
    return async () => {
      await stack.stop()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}
