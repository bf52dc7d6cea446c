import postgres from 'postgres'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database'
import { analyseGrown } from './analyse-grown'
import { connect } from './connect'

test('a table that has filled is analysed once, by the app’s own role, and not again until it has doubled or its rows were changed three times over', async () => {
  const database = await testDatabase()
  const owner = postgres(database.url, { max: 1, onnotice: () => undefined })
  const sql = connect(database.url, { max: 1 })
  const fill = async (rows: number) => {
    await owner`insert into workers (id) select gen_random_uuid() from generate_series(1, ${rows}::int)`
    await owner`select pg_stat_force_next_flush()`
  }
  const change = async () => {
    await owner`update workers set beat_at = clock_timestamp()`
    await owner`select pg_stat_force_next_flush()`
  }
  try {
    await fill(1_000)
    await expect.poll(() => analyseGrown(sql)).toContain('workers')
    await fill(500)
    await change()
    expect(await analyseGrown(sql)).not.toContain('workers')
    await change()
    await expect.poll(() => analyseGrown(sql)).toContain('workers')
  } finally {
    await sql.end()
    await owner.end()
    await database.drop()
  }
})
