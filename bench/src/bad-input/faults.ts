import { inTransaction } from '@relance/db/connection/in-transaction'
import { listSetAside } from '@relance/db/event/list-set-aside'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { failWrites } from '@relance/workflows/testing/as-owner'
import { identify, track } from '@relance/workflows/testing/incoming'
import { publish, send, type World } from '@relance/workflows/testing/world'
import { exactly, type Row } from '../part'
import { mailAtOnce } from './graphs'

const PEOPLE = 1_000
/** Every so-manyth customer's order is poison, and another's takes too long. */
const EACH = 100

/** Among many customers some whose events cannot be applied and some whose take too long: all others are mailed. */
export async function faults(world: World): Promise<Row[]> {
  await publish(world, { graph: mailAtOnce(world) })
  await failWrites(world, {
    table: 'orders',
    condition: "new.order_id like 'poison%'",
  })
  await failWrites(world, {
    table: 'order_lines',
    condition: "new.product_id = 'slow'",
    code: '57014',
  })
  for (let i = 0; i < PEOPLE; i++) {
    const who = `c-${i}`
    const poison = track(who, 'Order Completed', { order_id: `poison-${i}`, revenue: 1 })
    const slow = track(who, 'Order Completed', {
      order_id: `o-${i}`,
      revenue: 1,
      products: [{ product_id: 'slow', quantity: 1, price: 1 }],
    })
    const before = i % EACH === 0 ? [poison] : i % EACH === 1 ? [slow] : []
    await send(world, identify(who), ...before, track(who, 'Signed Up'))
  }
  const slow = PEOPLE / EACH
  while ((await mailed(world)) < PEOPLE - slow || (await waiting(world)) > slow * 2)
    await new Promise((resume) => setTimeout(resume, 200))
  return [
    exactly('mailed, those with a poison event among them', await mailed(world), PEOPLE - slow, ''),
    exactly(
      'poison events set aside, with their reason',
      (await listSetAside(world.scope, 1)).count,
      slow,
      '',
    ),
    exactly(
      'customers told of whose events take too long',
      (await listTroubles(world.scope)).length,
      slow,
      '',
    ),
  ]
}

const mailed = (world: World) =>
  count(world, `select count(*)::int as n from messages where state = 'sent'`)
const waiting = (world: World) =>
  count(world, `select count(*)::int as n from event_queue where state = 'waiting'`)

const count = (world: World, query: string) =>
  inTransaction(world.scope, async ({ sql }) => {
    const [row] = await sql.unsafe<{ n: number }[]>(query)
    return row?.n ?? 0
  })
