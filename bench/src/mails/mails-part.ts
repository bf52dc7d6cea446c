import { atLeast, atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { makeShop, type Shop } from '../shop/make-shop'
import { addressOf, makePeople, numbers, track } from '../shop/people'
import { type Posted, postBatches } from '../shop/post-batches'
import { type CpuUsed, cpuMeter, cpuRows } from '../system/cpu-meter'
import type { Arrival } from '../system/start-sink'
import { type Bench, withSystem } from '../system/with-system'
import { until } from '../until'
import { welcomes } from './welcomes'

const PEOPLE = Number(process.env.RELANCE_BENCH_PEOPLE ?? 10_000)
/** Mailed first and not timed: what is compiled and planned once is no cost of a mail. */
const WARM_UP = numbers(300, 1_000_000)
const WITHIN_MS = 600_000
/** Enough for the mail server to be busy while twenty people sign up. */
const MOST_IN_CROWD = 4_000
const EVENT = 'Bench Began'

/** Everybody at once: from the event over HTTP to the mail at the mail server. */
export const mailsPart: Part = {
  name: 'mails',
  about: `${PEOPLE.toLocaleString('en')} people enter at once by an event over HTTP; one mail, no wait; then a crowd while others sign up`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await shop.publish('One mail', oneMail(shop.templateId))
      const people = numbers(PEOPLE)
      await makePeople(bench, shop, [...WARM_UP, ...people])
      await mailAll(bench, shop, WARM_UP)
      say(`${PEOPLE} people are known; they enter now.`)
      const rows = rowsOf(people, await mailAll(bench, shop, people))
      const seconds = await welcomes(bench, shop, Math.min(PEOPLE, MOST_IN_CROWD))
      return [
        ...rows,
        told('sign-up to welcome while a crowd is mailed, p50', percentile(seconds, 0.5), 's'),
        atMost(
          'sign-up to welcome while a crowd is mailed, slowest',
          percentile(seconds, 1),
          60,
          's',
        ),
      ]
    }),
}

const oneMail = (template: string) => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: EVENT } },
    { id: 'mail', type: 'send-email', version: 1, config: { template } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

interface Mailed {
  posted: Posted
  arrivals: Arrival[]
  cpu: CpuUsed
}

/** Lets people enter, and waits until each mail has come and its result stands in the database. */
async function mailAll(bench: Bench, shop: Shop, people: number[]): Promise<Mailed> {
  const { sink, owner } = bench
  sink.clear()
  const cpu = cpuMeter(bench)
  const posted = await postBatches(
    bench,
    shop,
    people.map((n) => track(n, EVENT)),
  )
  await sink.until(people.length, WITHIN_MS)
  await until('every result is recorded', WITHIN_MS, async () => {
    const [row] = await owner`
      select exists (select 1 from messages where workspace_id = ${shop.workspaceId} and state <> 'sent') as left`
    return row?.left === false
  })
  return { posted, arrivals: [...sink.arrivals], cpu: cpu() }
}

function rowsOf(people: number[], { posted, arrivals, cpu }: Mailed): Row[] {
  const count = people.length
  const first = arrivals[0]?.at ?? Number.NaN
  const last = arrivals.at(-1)?.at ?? Number.NaN
  const seconds = (last - posted.firstAt) / 1000
  const reached = new Set(arrivals.map(({ to }) => to))
  const missing = people.filter((n) => !reached.has(addressOf(n))).length
  return [
    atLeast('mails a second, first event accepted to last mail', count / seconds, 400, '/s'),
    atMost('first mail after', (first - posted.firstAt) / 1000, 0.5, 's'),
    atMost('CPU a mail: worker + postgres', (cpu.worker + cpu.postgres) / count, 5, 'ms'),
    ...cpuRows(cpu, count, 'mail'),
    told('all events accepted after', (posted.lastAt - posted.firstAt) / 1000, 's'),
    exactly('people without their mail', missing, 0, ''),
    exactly('mails twice', arrivals.length - reached.size, 0, ''),
  ]
}
