import { crossedRung } from '@relance/db/activity/crossed-rung'
import { lookAtLine } from '@relance/db/activity/look-at-line'
import { takeActivityLine } from '@relance/db/activity/take-activity-line'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { sized } from '../sized'
import { type Database, withDatabase } from '../sweep/with-database'
import { makeNewlyAtRisk, makeQuietCrowd } from './quiet-crowd'

const LARGEST = sized('RELANCE_BENCH_CROWD', { alone: 1_000_000, whole: 100_000 })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)
const NEWLY_AT_RISK = 5_000
/** Of a crowd of ten thousand, no more can cross than there are. */
const ROUNDS = 2
const DAY_MS = 86_400_000

/** Who became at risk since yesterday costs who did, not who exists. */
export const activityPart: Part = {
  name: 'activity',
  about: `the daily look finds ${NEWLY_AT_RISK.toLocaleString('en')} newly at risk among ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} contacts`,
  async run(say) {
    const rows: Row[] = []
    for (const size of SIZES)
      rows.push(...(await withDatabase(say, (database) => measure(database, size, say))))
    return rows
  },
}

async function measure(
  database: Database,
  size: number,
  say: (line: string) => void,
): Promise<Row[]> {
  await makeQuietCrowd(database, size)
  say(`${size} contacts are there.`)
  const times: number[] = []
  let found = 0
  for (let round = 0; round < ROUNDS; round++) {
    await makeNewlyAtRisk(database, NEWLY_AT_RISK, round)
    const begin = performance.now()
    found += await look(database.scope)
    times.push(performance.now() - begin)
  }
  await makeNewlyAtRisk(database, NEWLY_AT_RISK, 0)
  const name = `${size.toLocaleString('en')} contacts`
  return [
    atMost(`${name}: 5,000 newly at risk, slowest`, percentile(times, 1), 2_000, 'ms'),
    exactly(`${name}: found`, found, ROUNDS * NEWLY_AT_RISK, ''),
    exactly(
      `${name}: plans that range over the index`,
      await rangesOverIndex(database.scope, say),
      1,
      '',
    ),
    told(`${name}: 5,000 newly at risk, quickest`, percentile(times, 0), 'ms'),
  ]
}

/** The whole look, batch after batch, as the worker makes it. How many were found. */
async function look(scope: Scope): Promise<number> {
  let found = 0
  for (;;) {
    const more = await inTransaction(scope, async (tx) => {
      const taken = await takeActivityLine(tx)
      if (taken) found += await lookAtLine(tx, taken)
      return taken !== undefined
    })
    if (!more) return found
  }
}

/** 1 where Postgres finds them by a range of the index and reads nothing whole. */
const rangesOverIndex = (scope: Scope, say: (line: string) => void): Promise<number> =>
  inTransaction(scope, async (tx) => {
    const until = new Date()
    const asked = crossedRung(tx, {
      rung: 'at-risk',
      after: new Date(until.getTime() - DAY_MS),
      until,
      limit: NEWLY_AT_RISK,
    })
    const rows = await tx.sql<{ 'QUERY PLAN': string }[]>`explain ${asked}`
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    const ranges = /\bstate_activity_line\b[\s\S]*?Index Cond: .*active_at > .*active_at <= /
    const isRange = ranges.test(plan) && !/Seq Scan on (contact_state|contacts)/.test(plan)
    if (!isRange) say(plan)
    return isRange ? 1 : 0
  })
