import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAddress } from '@relance/core/database/database-address'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from './start-postgres'

// Made with mode 700: when root runs this, the database's user cannot pass.
const dataDir = mkdtempSync(join(tmpdir(), 'relance-postgres-'))
const started = await startPostgres({ dataDir, say: () => undefined, isThrowAway: true })
afterAll(async () => {
  await started.stop()
  rmSync(dataDir, { recursive: true })
})

/** Whether a connection by this address comes over the network, and to which database. */
async function reached(address: string) {
  const { url, path } = databaseAddress(address)
  const sql = postgres(url, { path, max: 1 })
  try {
    return (
      await sql`select inet_server_addr() is not null as "byPort", current_database() as name`
    )[0]
  } finally {
    await sql.end()
  }
}

test('the database that we start is reached by its port, and by its socket where there can be one', async () => {
  expect(await reached(started.databaseUrl)).toEqual({ byPort: true, name: 'relance' })
  const { socketUrl = '' } = started
  expect(socketUrl !== '').toBe(process.platform !== 'win32')
  if (socketUrl) expect(await reached(socketUrl)).toEqual({ byPort: false, name: 'relance' })
})
