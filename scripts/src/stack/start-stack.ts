import { checkDatabase } from '../config/check-database'
import { checkSmtp } from '../config/check-smtp'
import type { Settings } from '../config/read-settings'
import { openDataDir } from '../data-dir/open-data-dir'
import { startMail } from './start-mail'
import { startPostgres } from './start-postgres'
import { startTemporal } from './start-temporal'

/** What Relance runs on: a database, Temporal and a way to send mail. */
export interface Stack {
  /** As the owner of the schema. */
  databaseUrl: string
  /** The same by its Unix socket, for our own programs; absent where it has none, or runs elsewhere. */
  socketUrl?: string
  /** TEMPORAL_ variables for a child process. */
  temporalEnv: Record<string, string>
  smtpUrl: string
  /** The local inbox's page; absent when mail goes elsewhere. */
  inboxUrl?: string
  /** Temporal's own page; absent when it runs elsewhere. */
  temporalPageUrl?: string
  stop: () => Promise<void>
}

export interface StackOptions
  extends Pick<Settings, 'dataDir' | 'databaseUrl' | 'temporalAddress' | 'smtpUrl'> {
  say: (line: string) => void
  /** For tests: quick, not careful, and the database goes with the stop. */
  isThrowAway?: boolean
  /** False: tests that need no Temporal do without. */
  withTemporal?: boolean
}

/**
 * Starts what the settings do not name, in the data folder, and checks what they do name.
 * @throws AppError in words for the operator; nothing is left running
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, say, databaseUrl, temporalAddress, smtpUrl } = options
  const { isThrowAway = false, withTemporal = true } = options
  // What is named is checked first: nobody waits for a build to hear of a typing error.
  if (databaseUrl) await checkDatabase(databaseUrl)
  if (temporalAddress) await checkElsewhere()
  if (smtpUrl) await checkSmtp(smtpUrl)
  const release = await openDataDir(dataDir, say)
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopOne of stops.reverse()) await stopOne()
    stops.length = 0
    release()
  }
  const begun = async <T extends { stop: () => Promise<void> }>(start: Promise<T>): Promise<T> => {
    const service = await start
    stops.push(service.stop)
    return service
  }
  try {
    const here = { dataDir, say, isThrowAway }
    // One after the other: they share one file of ports, and each is up within seconds.
    const postgres = databaseUrl
      ? { databaseUrl, socketUrl: undefined }
      : await begun(startPostgres(here))
    const isTemporalOurs = withTemporal && !temporalAddress
    const temporal = isTemporalOurs ? await begun(startTemporal(here)) : undefined
    const mail = smtpUrl ? { smtpUrl, inboxUrl: undefined } : await begun(startMail(here))
    return {
      databaseUrl: postgres.databaseUrl,
      socketUrl: postgres.socketUrl,
      temporalEnv: temporal
        ? { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace }
        : {},
      smtpUrl: mail.smtpUrl,
      inboxUrl: mail.inboxUrl,
      temporalPageUrl: temporal?.pageUrl,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Loaded where it is needed only: Temporal's client would stay in this process' memory for good. */
async function checkElsewhere() {
  const { checkTemporal } = await import('../config/check-temporal')
  await checkTemporal(process.env)
}
