import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { requestRebuild } from '@relance/db/score/request-rebuild'
import { runRebuild } from '@relance/db/score/run-rebuild'
import { takeRebuild } from '@relance/db/score/take-rebuild'
import { atMost, type Part, type Row, told } from '../part'
import { sized } from '../sized'
import { withDatabase } from '../sweep/with-database'
import { longestWait } from './longest-wait'
import { makeCustomers, orderAgain } from './shop-of'

const LARGEST = sized('RELANCE_BENCH_CUSTOMERS', { alone: 1_000_000, whole: 100_000 })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)
const MB = 1024 * 1024

/** Scoring everybody: the first time, when all are written, and a night later, when few are. */
export const scoresPart: Part = {
  name: 'scores',
  about: `up to ${LARGEST.toLocaleString('en')} customers with three orders each are scored anew`,
  async run(say) {
    const rows: Row[] = []
    for (const size of SIZES) rows.push(...(await withDatabase(say, (each) => measure(each, size))))
    return rows
  },
}

async function measure(
  database: Parameters<Parameters<typeof withDatabase>[1]>[0],
  size: number,
): Promise<Row[]> {
  await makeCustomers(database, size)
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const first = await seconds(() => scoreAll(database.scope))
  await orderAgain(database, size / 100)
  let night = 0
  const wait = await longestWait(database, async () => {
    night = await seconds(() => scoreAll(database.scope))
  })
  clearInterval(watch)
  const of = `${size.toLocaleString('en')} customers`
  const isLargest = size === 1_000_000
  return [
    isLargest
      ? atMost(`${of}, first scoring`, first, 30, 's')
      : told(`${of}, first scoring`, first, 's'),
    isLargest
      ? atMost(`${of}, scoring after 1 % ordered`, night, 30, 's')
      : told(`${of}, scoring after 1 % ordered`, night, 's'),
    atMost(`${of}, longest wait for a row meanwhile`, wait, 100, 'ms'),
    atMost(`${of}, memory more in our process`, (most - before) / MB, 300, 'MB'),
  ]
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** As the worker's loop does it. */
async function scoreAll(scope: Scope): Promise<void> {
  await requestRebuild(scope)
  const workerId = newId()
  const rebuild = await inTransaction(scope, (tx) => takeRebuild(tx, workerId))
  if (rebuild) await runRebuild(scope, rebuild, workerId)
}
