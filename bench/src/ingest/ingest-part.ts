import { setTimeout as pause } from 'node:timers/promises'
import { atLeast, type Part, told } from '../part'
import { makeShop, type Shop } from '../shop/make-shop'
import { makePeople, numbers, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { cpuMeter, cpuRows } from '../system/cpu-meter'
import { type Bench, withSystem } from '../system/with-system'

const EVENTS = Number(process.env.RELANCE_BENCH_EVENTS ?? 50_000)
const PEOPLE = 5_000
/** Requests at once, as a few busy sites would have. */
const WIDTH = 8
/** After this long, what has been done by then gives the rate. */
const AT_MOST_MS = 120_000
const LOOK_EVERY_MS = 100

/** Page views of known people, taken while the worker reacts to them on the same machine. */
export const ingestPart: Part = {
  name: 'ingest',
  about: `${EVENTS.toLocaleString('en')} events of ${PEOPLE.toLocaleString('en')} people over HTTP, a hundred a request`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await makePeople(bench, shop, numbers(PEOPLE))
      await postBatches(bench, shop, numbers(2_000).map(viewed), WIDTH)
      await pause(2_000)
      say('Everybody is known; the events come now.')
      const cpu = cpuMeter(bench)
      const startedAt = Date.now()
      const before = await queued(bench, shop)
      const posted = await postBatches(bench, shop, numbers(EVENTS, 2_000).map(viewed), WIDTH)
      const accepted = EVENTS / ((posted.lastAt - startedAt) / 1000)
      const used = cpu()
      let left = await queued(bench, shop)
      while (left > 0 && Date.now() - startedAt < AT_MOST_MS) {
        await pause(LOOK_EVERY_MS)
        left = await queued(bench, shop)
      }
      const reacted = (EVENTS + before - left) / ((Date.now() - posted.firstAt) / 1000)
      const all = cpu()
      return [
        atLeast('accepted over HTTP', accepted, 10_000, '/s'),
        atLeast('reacted to, from the first accepted on', reacted, 2_000, '/s'),
        ...cpuRows(used, EVENTS, 'event accepted'),
        told('CPU a reaction: worker', all.worker / (EVENTS + before - left), 'ms'),
        told('CPU a reaction, accepting included: postgres', all.postgres / EVENTS, 'ms'),
      ]
    }),
}

const viewed = (n: number) =>
  track((n * 7919) % PEOPLE, 'Product Viewed', {
    product_id: `product-${n % 500}`,
    name: `Product ${n % 500}`,
    category: `category-${n % 20}`,
    price: (n % 200) + 0.5,
    currency: 'EUR',
    url: `https://shop.example/products/${n % 500}`,
  })

async function queued({ owner }: Bench, { workspaceId }: Shop): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from event_queue where workspace_id = ${workspaceId}`
  return row?.n ?? 0
}
