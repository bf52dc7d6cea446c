import { setTimeout as pause } from 'node:timers/promises'
import { atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { path, step } from '../shop/graphs'
import { makeShop, type Shop } from '../shop/make-shop'
import { addressOf, makePeople, numbers, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { untilWaiting } from '../shop/waiting-people'
import { sized } from '../sized'
import { type Bench, withSystem } from '../system/with-system'

const PEOPLE = sized('RELANCE_BENCH_PEOPLE', { alone: 10_000, whole: 2_000 })
const WOKEN = 200
const TIMERS = 600
/** So many begin to wait each second. At a hundred, Temporal's own server fell behind on two cores, by minutes. */
const TIMERS_A_SECOND = 20
const TIMER_SECONDS = 5
const WARM_UP = 20
const MAIL_WITHIN_MS = 60_000

/** How soon somebody who waits is mailed after their event, and how late a timer fires. */
export const wakesPart: Part = {
  name: 'wakes',
  about: `${PEOPLE.toLocaleString('en')} people wait; one event at a time for ${WOKEN} of them, then ${TIMERS.toLocaleString('en')} timers`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await shop.publish('Until called', untilCalled(shop.templateId))
      await shop.publish('A while', aWhile())
      await makePeople(bench, shop, numbers(PEOPLE))
      say('Everybody is known; they begin to wait.')
      const everybody = numbers(PEOPLE).map((n) => track(n, 'Bench Began'))
      await postBatches(bench, shop, everybody)
      await untilWaiting(bench, shop, PEOPLE)
      say(`${PEOPLE} wait.`)
      for (const n of numbers(WARM_UP)) await wake(bench, shop, n)
      const delays: number[] = []
      for (const n of numbers(WOKEN, WARM_UP)) delays.push(await wake(bench, shop, n))
      const lateness = await timers(bench, shop, PEOPLE - WARM_UP - WOKEN)
      return rowsOf(delays, lateness)
    }),
}

const untilCalled = (template: string) =>
  path('Bench Began', [
    step('wait', 'wait-event', { event: 'Bench Called', atMost: 'P30D' }),
    step('mail', 'send-email', { template }),
  ])

const aWhile = () =>
  path('Bench Timed', [
    step('wait', 'wait-duration', { for: `PT${TIMER_SECONDS}S`, since: 'here' }),
  ])

/** Sends somebody's event; milliseconds from the sending of the request to the mail at the mail server. */
async function wake(bench: Bench, shop: Shop, n: number): Promise<number> {
  bench.sink.clear()
  const sentAt = Date.now()
  await postBatches(bench, shop, [track(n, 'Bench Called')], 1)
  await bench.sink.until(1, MAIL_WITHIN_MS)
  const arrival = bench.sink.arrivals.find(({ to }) => to === addressOf(n))
  return (arrival?.at ?? Number.NaN) - sentAt
}

/** People begin to wait, twenty a second; by how many milliseconds each went on later than due. */
async function timers(bench: Bench, shop: Shop, stillWaiting: number): Promise<number[]> {
  const people = numbers(Math.min(TIMERS, PEOPLE))
  for (let i = 0; i < people.length; i += TIMERS_A_SECOND) {
    const next = pause(1000)
    const some = people.slice(i, i + TIMERS_A_SECOND).map((n) => track(n, 'Bench Timed'))
    await postBatches(bench, shop, some, 1)
    await next
  }
  await pause(TIMER_SECONDS * 1000)
  await untilWaiting(bench, shop, stillWaiting)
  const rows = await bench.owner<{ late: number }[]>`
    select extract(epoch from ended_at - entered_at)::float8 * 1000 - ${TIMER_SECONDS * 1000} as late
    from enrolments e join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
    where e.workspace_id = ${shop.workspaceId} and f.name = 'A while'`
  return rows.map(({ late }) => late)
}

function rowsOf(delays: number[], lateness: number[]): Row[] {
  return [
    atMost('event to mail, p50', percentile(delays, 0.5), 150, 'ms'),
    atMost('event to mail, p99', percentile(delays, 0.99), 1000, 'ms'),
    told('event to mail, slowest', percentile(delays, 1), 'ms'),
    told('who wait', PEOPLE, ''),
    told('timers begun a second', TIMERS_A_SECOND, '/s'),
    told('timer lateness, p50', percentile(lateness, 0.5), 'ms'),
    atMost('timer lateness, p99', percentile(lateness, 0.99), 1000, 'ms'),
    exactly('timers without an end', Math.min(TIMERS, PEOPLE) - lateness.length, 0, ''),
  ]
}
