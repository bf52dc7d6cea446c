import { checkInvariants } from '@relance/db/invariant/check-invariants'
import { invariants } from '@relance/db/invariant/invariants'
import postgres from 'postgres'
import { exactly, type Row } from '../part'
import { until } from '../until'
import { type System, startSystem } from './start-system'

/** How long work may lie before it counts as forgotten. */
const GRACE = '90 seconds'

/** A running system, and its database as the owner. */
export interface Bench extends System {
  owner: postgres.Sql
}

const SETTLED_WITHIN_MS = 300_000

/** Lends a part a system of its own, asks the database every invariant when it is done, and stops it. */
export async function withSystem(
  say: (line: string) => void,
  work: (system: Bench) => Promise<Row[]>,
): Promise<Row[]> {
  const system = await startSystem(say)
  const owner = postgres(system.databaseUrl, { max: 2, onnotice: () => undefined })
  try {
    await settled(owner)
    const rows = await work({ ...system, owner })
    const broken = await checkInvariants(owner, { grace: GRACE })
    for (const { number, says, rows: found } of broken)
      say(`${number}. ${says}\n${JSON.stringify(found.slice(0, 5))}`)
    const restarted = system.restarted()
    if (restarted.length > 0) say(`Ended by themselves: ${restarted.join(', ')}.`)
    return [
      ...rows,
      exactly('services that ended by themselves', restarted.length, 0, ''),
      exactly(`of ${invariants.length} invariants broken`, broken.length, 0, ''),
    ]
  } finally {
    await owner.end()
    await system.stop()
  }
}

/** A first start reads its sample customers in the background; that, and its traces, are over before we measure. */
export async function settled(owner: postgres.Sql): Promise<void> {
  await until('the sample customers are read', SETTLED_WITHIN_MS, async () => {
    const [row] = await owner`
      select exists (select 1 from imports where state not in ('done', 'failed')) as left`
    return row?.left === false
  })
  await owner`vacuum (analyze)`
  await owner`checkpoint`
}
