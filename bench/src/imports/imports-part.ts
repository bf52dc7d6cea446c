import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getImport } from '@relance/db/import/get-import'
import { queueImport } from '@relance/db/import/queue-import'
import { runImport } from '@relance/db/import/read-import'
import { storeFile } from '@relance/db/import/store-file'
import { takeImport } from '@relance/db/import/take-import'
import { atLeast, exactly, type Part, type Row, told } from '../part'
import { sized } from '../sized'
import { type Database, withDatabase } from '../sweep/with-database'
import { badRow, ordersFile } from './orders-file'

const LARGEST = sized('RELANCE_BENCH_ORDERS', { alone: 1_000_000, whole: 100_000 })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)

/** A file of orders, each with a line, an event and its customer's totals, goes in at 20,000 rows a second. */
export const importsPart: Part = {
  name: 'imports',
  about:
    'Files of orders by a third as many customers, read in one process with nothing else to do; one row of each cannot be taken',
  async run(say) {
    const rows: Row[] = []
    for (const size of SIZES)
      rows.push(
        ...(await withDatabase(say, async (database) => rowsOf(size, await read(database, size)))),
      )
    return rows
  },
}

async function read({ scope }: Database, size: number) {
  const { id } = await storeFile(scope, 'orders.csv', ordersFile(size))
  await queueImport(scope, id, { kind: 'orders' })
  const worker = newId()
  await inTransaction(scope, (tx) => takeImport(tx, worker))
  const begin = performance.now()
  await runImport(scope, id, worker)
  const seconds = (performance.now() - begin) / 1000
  const { taken, error, refusals } = await getImport(scope, id)
  if (error !== null) throw new Error(error)
  return { seconds, taken, refusals, mb: process.memoryUsage().rss / 1024 / 1024 }
}

function rowsOf(
  size: number,
  { seconds, taken, refusals, mb }: Awaited<ReturnType<typeof read>>,
): Row[] {
  const name = `${size.toLocaleString('en')} orders`
  return [
    atLeast(`${name}, rows a second`, size / seconds, 20_000, '/s'),
    exactly(`${name}, taken`, taken, size - 1, ''),
    exactly(
      `${name}, the row of the one that is refused`,
      refusals[0]?.row ?? 0,
      badRow(size) + 1,
      '',
    ),
    told(`${name}, memory of the process`, mb, 'MB'),
  ]
}
