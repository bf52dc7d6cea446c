import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { identify, track } from '@relance/workflows/testing/incoming'
import { publish, type World } from '@relance/workflows/testing/world'
import { atLeast, atMost, type Row, told } from '../part'
import { signedUpOnly } from './graphs'

const BATCH = 500
const OTHERS = 100

/**
 * One contact floods the workspace; meanwhile others sign up, one after the other, and are waited for. Their times
 * beside the flood stand against their times before it.
 */
export async function bot(
  world: World,
  events: number,
  say: (line: string) => void,
): Promise<Row[]> {
  await publish(world, { graph: signedUpOnly() })
  const calm = await timesOf(world, 'calm', OTHERS / 4)
  say(`a sign-up without a flood: ${calm.median.toFixed(0)} ms`)
  const began = performance.now()
  let accepted = 0
  for (let i = 0; i < events; i += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, events - i) }, (_, n) =>
      track('bot', 'Product Viewed', { product_id: `p-${i + n}` }),
    )
    await ingestEvents(world.scope, batch, { source: 'bench' })
    accepted += batch.length
  }
  const acceptedIn = (performance.now() - began) / 1000
  say(`${accepted} events of one contact accepted in ${acceptedIn.toFixed(1)} s`)
  const beside = await timesOf(world, 'beside', OTHERS)
  const left = await queued(world)
  say(`beside it a sign-up takes ${beside.median.toFixed(0)} ms, ${left} events still queued`)
  while ((await queued(world)) > 0) await new Promise((resume) => setTimeout(resume, 250))
  const doneIn = (performance.now() - began) / 1000
  return [
    told(`accepting ${events} events of one contact`, acceptedIn, 's'),
    told('a sign-up without the flood, median', calm.median, 'ms'),
    atMost('a sign-up beside the flood, median', beside.median, 1_000, 'ms'),
    atMost('a sign-up beside the flood, worst', beside.worst, 5_000, 'ms'),
    atLeast('others taken in while the flood was still queued', left > 0 ? OTHERS : 0, OTHERS, ''),
    atLeast('the flood itself, worked off', events / doneIn, 300, 'events/s'),
  ]
}

const queued = (world: World) =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from event_queue where workspace_id = ${workspaceId} and state = 'waiting'`
    return row?.n ?? 0
  })

async function timesOf(world: World, name: string, people: number) {
  const times: number[] = []
  for (let i = 0; i < people; i++) {
    const began = performance.now()
    const who = `${name}-${i}`
    await ingestEvents(world.scope, [identify(who), track(who, 'Signed Up')], { source: 'bench' })
    while (!(await hasEntered(world, who))) await new Promise((resume) => setTimeout(resume, 10))
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { median: times[times.length >> 1] ?? 0, worst: times.at(-1) ?? 0 }
}

const hasEntered = (world: World, externalId: string) =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const rows = await sql`
      select 1 from contacts c join enrolments e on e.workspace_id = c.workspace_id and e.contact_id = c.id
      where c.workspace_id = ${workspaceId} and c.external_id = ${externalId}`
    return rows.length > 0
  })
