import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { atMost, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { path, step } from '../shop/graphs'
import { makeShop, type Shop } from '../shop/make-shop'
import { makePeople, numbers, track } from '../shop/people'
import { BATCH, postBatches } from '../shop/post-batches'
import { untilWaiting } from '../shop/waiting-people'
import { sized } from '../sized'
import { memoryMb } from '../system/usage'
import { settled } from '../system/with-system'
import { type Started, startAsPeopleDo } from './start-as-people-do'

const ENROLMENTS = sized('RELANCE_BENCH_PEOPLE', { alone: 100_000, whole: 10_000 })
/** Scenarios that start with the same event: an event makes so many enrolments. */
const FLOWS = 5
/** So many of them sleep, in one more enrolment with a run of its own. */
const SLEEPERS = 5_000
const MINUTES = sized('RELANCE_BENCH_MINUTES', { alone: 10, whole: 1 })
const LOOKS_A_MINUTE = 6
const LOOK_EVERY_MS = 60_000 / LOOKS_A_MINUTE
/** Nothing comes back any more when nothing has for two minutes; five are enough for whatever does. */
const STILL_LOOKS = 2 * LOOKS_A_MINUTE
const MOST_LOOKS = 5 * LOOKS_A_MINUTE
/** Ten times as many bring an hour's events in six minutes. */
const EVENTS_A_SECOND = Number(process.env.RELANCE_BENCH_EVENTS_A_SECOND ?? BATCH)

/** What everything that `npm start` starts holds in memory, before, after and in the long run. */
export const memoryPart: Part = {
  name: 'memory',
  about: `idle, after ${ENROLMENTS.toLocaleString('en')} enrolments, and over ${MINUTES} minutes at ${EVENTS_A_SECOND} events a second`,
  async run(say) {
    const relance = await startAsPeopleDo(say)
    const owner = postgres(relance.databaseUrl, { max: 1, onnotice: () => undefined })
    try {
      await settled(owner)
      const idle = await still(relance.pid)
      say(`Idle: ${Math.round(idle)} MB.`)
      const apart = partsOf('idle', relance)
      const bench = { ...relance, owner }
      const shop = await makeShop(relance)
      const people = await enrolAll(bench, shop)
      const most = memoryMb(relance.pid)
      apart.push(...partsOf('at the end of them', relance))
      const after = await still(relance.pid)
      apart.push(...partsOf('after', relance))
      say(`After ${ENROLMENTS} enrolments: ${Math.round(most)} MB, then ${Math.round(after)} MB.`)
      return [...rowsOf(idle, most, after, await steady(bench, shop, people)), ...apart]
    } finally {
      await owner.end()
      await relance.stop()
    }
  },
}

/**
 * Megabytes once they fall no more: Node gives back what a start, or a rush, has left behind within a minute or two of
 * rest.
 */
async function still(pid: number): Promise<number> {
  const seen = [memoryMb(pid)]
  while (seen.length < MOST_LOOKS) {
    await pause(LOOK_EVERY_MS)
    seen.push(memoryMb(pid))
    const [before = 0, last = 0] = [seen.at(-STILL_LOOKS), seen.at(-1)]
    if (seen.length > STILL_LOOKS && last > before * 0.98) return last
  }
  return memoryMb(pid)
}

/** The services' shares, each with what it started. */
const partsOf = (when: string, relance: Started): Row[] =>
  Object.entries(relance.services()).map(([name, pid]) =>
    told(`${when}: ${name}`, memoryMb(pid), 'MB'),
  )

type Running = Started & { owner: postgres.Sql }

/**
 * Everybody is let into each scenario, and out; some of them sleep in another for a while, each with a run of their
 * own. How many people there are.
 */
async function enrolAll(bench: Running, shop: Shop): Promise<number> {
  const people = Math.ceil(ENROLMENTS / FLOWS)
  for (const n of numbers(FLOWS))
    await shop.publish(
      `At once ${n}`,
      path('Bench Began', [step('set', 'set-field', { field: `seen${n}`, value: 'yes' })]),
    )
  await shop.publish(
    'A while',
    path('Bench Slept', [step('wait', 'wait-duration', { for: 'PT5S', since: 'here' })]),
  )
  await makePeople(bench, shop, numbers(people))
  const begin = numbers(people).map((n) => track(n, 'Bench Began'))
  const sleep = numbers(Math.min(SLEEPERS, people)).map((n) => track(n, 'Bench Slept'))
  await postBatches(bench, shop, [...begin, ...sleep])
  await untilWaiting(bench, shop, 0)
  return people
}

/** Megabytes, looked at every ten seconds, while so many events come a second. */
async function steady(bench: Running, shop: Shop, people: number): Promise<number[]> {
  const seen: number[] = []
  for (let second = 0; second < MINUTES * 60; second++) {
    const next = pause(1000)
    const some = numbers(EVENTS_A_SECOND, second * EVENTS_A_SECOND).map((n) =>
      track(n % people, 'Product Viewed'),
    )
    await postBatches(bench, shop, some, 1)
    if (second % (60 / LOOKS_A_MINUTE) === 0) seen.push(memoryMb(bench.pid))
    await next
  }
  return seen
}

function rowsOf(idle: number, most: number, after: number, seen: number[]): Row[] {
  const part = Math.ceil(seen.length / 4)
  const watched = `${MINUTES} min at ${EVENTS_A_SECOND} events/s`
  const [begin, end] = [percentile(seen.slice(0, part), 0.5), percentile(seen.slice(-part), 0.5)]
  return [
    atMost('idle, everything together', idle, 700, 'MB'),
    atMost(`after ${ENROLMENTS.toLocaleString('en')} enrolments`, after, 1200, 'MB'),
    told('at the last of them, at once', most, 'MB'),
    atMost(`${watched}: last quarter, of the first`, end / begin, 1.05, '×'),
    told(`${watched}: most`, percentile(seen, 1), 'MB'),
  ]
}
