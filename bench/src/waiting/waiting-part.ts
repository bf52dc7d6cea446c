import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'
import { atMost, type Part, type Row, told } from '../part'
import { path, step } from '../shop/graphs'
import { makeShop, type Shop } from '../shop/make-shop'
import { makePeople, numbers, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { untilWaiting } from '../shop/waiting-people'
import { sized } from '../sized'
import { type CpuUsed, cpuMeter } from '../system/cpu-meter'
import { type Bench, withSystem } from '../system/with-system'
import { fillUp } from './fill-up'

const MOST = sized('RELANCE_BENCH_PEOPLE', { alone: 1_000_000, whole: 100_000 })
const LEVELS = [1_000, 10_000, 100_000, 1_000_000].filter((level) => level <= MOST)
/** People who enter, and people who are woken, to measure what one costs. */
const SAMPLE = 500
const IDLE_MS = 5_000
/** So much CPU a second is what the looks for work take; a busy system takes far more. */
const AT_REST_MS = 250
const REST_WITHIN_S = 900
/** Up to here everybody enters as people do; beyond, rows are copied: see fillUp. */
const REALLY = 10_000
/** A cost may differ so much from level to level without growing: caches, and a busy machine. */
const FLAT = 1.3

/** Whether somebody's moves cost the same however many others wait. */
export const waitingPart: Part = {
  name: 'waiting',
  about: `what entering and waking one person costs while ${LEVELS.map((level) => level.toLocaleString('en')).join(', ')} others wait`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      await shop.publish('Until called', untilCalled())
      const found: Level[] = []
      let inside = 0
      let next = 0
      const enter = async (count: number) => {
        const people = numbers(count, next)
        await makePeople(bench, shop, people)
        const used = await cost(bench, count, async () => {
          await postAll(bench, shop, people, 'Bench Began')
          await untilWaiting(bench, shop, inside + count)
        })
        next += count
        inside += count
        return used
      }
      await enter(SAMPLE)
      for (const level of LEVELS) {
        const count = level - inside - SAMPLE
        if (level <= REALLY) await enter(count)
        else {
          await fillUp(bench, shop, { like: 0, from: next, count })
          next += count
          inside += count
        }
        const entering = await enter(SAMPLE)
        const waking = await cost(bench, SAMPLE, async () => {
          await postAll(bench, shop, numbers(SAMPLE, next - SAMPLE), 'Bench Called')
          await untilWaiting(bench, shop, inside - SAMPLE)
        })
        inside -= SAMPLE
        const idle = await cost(bench, IDLE_MS / 1000, () => pause(IDLE_MS))
        found.push({ level, entering, waking, idle })
        say(
          `${level} wait: ${Math.round(sum(entering))} ms to enter, ${Math.round(sum(waking))} to wake.`,
        )
      }
      return rowsOf(found)
    }),
}

const untilCalled = () =>
  path('Bench Began', [step('wait', 'wait-event', { event: 'Bench Called', atMost: 'P300D' })])

const postAll = (bench: Bench, shop: Shop, people: number[], event: string) =>
  postBatches(
    bench,
    shop,
    people.map((n) => track(n, event)),
  )

/** CPU milliseconds for each of `count` pieces of work, by service; `idle` for a second. */
interface Level {
  level: number
  entering: CpuUsed
  waking: CpuUsed
  idle: CpuUsed
}

async function cost(bench: Bench, count: number, work: () => Promise<unknown>): Promise<CpuUsed> {
  const meter = cpuMeter(bench)
  await work()
  await rested(bench)
  const used = meter()
  const each = (ms: number) => ms / count
  return {
    ...{ worker: each(used.worker), postgres: each(used.postgres), server: each(used.server) },
    ...{ temporal: each(used.temporal), sink: each(used.sink), bench: each(used.bench) },
  }
}

/** Temporal begins runs after their people wait already: all of that is theirs, and nothing of it whoever comes next's. */
async function rested(bench: Bench): Promise<void> {
  for (let second = 0, quiet = 0; quiet < 2; second++) {
    if (second > REST_WITHIN_S)
      throw new AppError('unavailable', 'The system did not come to rest.')
    const meter = cpuMeter(bench)
    await pause(1000)
    quiet = sum(meter()) < AT_REST_MS ? quiet + 1 : 0
  }
}

/** What we and what we stand on used. */
const sum = ({ worker, postgres, server, temporal }: CpuUsed) =>
  worker + postgres + server + temporal

function rowsOf(found: Level[]): Row[] {
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return []
  const from = `${last.level.toLocaleString('en')} waiting, of ${first.level.toLocaleString('en')}`
  return [
    atMost(`CPU to enter at ${from}`, sum(last.entering) / sum(first.entering), FLAT, '×'),
    atMost(`CPU to wake at ${from}`, sum(last.waking) / sum(first.waking), FLAT, '×'),
    told('who entered as people do; the others are copied rows', Math.min(REALLY, last.level), ''),
    ...found.flatMap(({ level, entering, waking, idle }) => {
      const at = `at ${level.toLocaleString('en')}`
      return [
        told(`${at}: CPU to enter`, sum(entering), 'ms'),
        told(`${at}: of it Temporal`, entering.temporal, 'ms'),
        told(`${at}: CPU to wake`, sum(waking), 'ms'),
        told(`${at}: of it Temporal`, waking.temporal, 'ms'),
        told(`${at}: CPU a second when nothing happens`, sum(idle), 'ms'),
      ]
    }),
  ]
}
