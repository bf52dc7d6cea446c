import { readFile } from 'node:fs/promises'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { CDNOW_FILE, seedDemo } from '@relance/db/sample/seed-demo'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advance, messages, publish, startWorld, type World } from '../testing/world'

let world: World
beforeAll(async () => {
  world = await startWorld('1998-07-01T00:00:00Z')
  await seedDemo(world.scope)
  await advance(world, '1998-07-01T00:00:00Z')
}, 120_000)
afterAll(() => world.close())

/** Counted from the file alone: customers whose last order lies at least 90 days before the first of July. */
async function silentFor90Days(): Promise<number> {
  const lastOrder = new Map<string, string>()
  for (const line of (await readFile(CDNOW_FILE, 'utf8')).split('\n')) {
    const [customer, date] = line.trim().split(/\s+/)
    if (!customer || !date || !/^\d{8}$/.test(date)) continue
    if ((lastOrder.get(customer) ?? '') < date) lastOrder.set(customer, date)
  }
  // 90 days before the first of July 1998.
  return [...lastOrder.values()].filter((date) => date <= '19980402').length
}

test('everybody silent for 90 days enters when those past are asked for, and nobody is mailed without an address', async () => {
  const expected = await silentFor90Days()
  expect(expected).toBe(20_288)
  const graph = {
    nodes: [
      {
        id: 'start',
        type: 'on-inactive',
        version: 1,
        config: { signals: ['order'], match: 'all', for: 'P90D' },
      },
      { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'end' },
    ],
  }
  const started = performance.now()
  await publish(world, { graph }, { alsoPast: true })
  await advance(world, '1998-07-01T00:00:00Z')
  console.log(`settled after ${Math.round((performance.now() - started) / 1000)} s`)
  const [row] = await inTransaction(
    world.scope,
    ({ sql }) => sql<{ n: number }[]>`select count(*)::int as n from enrolments`,
  )
  expect(row?.n).toBe(expected)
  expect((await messages(world)).filter(({ reason }) => reason !== 'no-address')).toEqual([])
  expect(world.sink.taken).toEqual([])
}, 300_000)
