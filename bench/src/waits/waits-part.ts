import { atLeast, atMost, exactly, type Part, type Row, told } from '../part'
import { makeShop, type Shop } from '../shop/make-shop'
import { makePeople, numbers, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { sized } from '../sized'
import { type CpuUsed, cpuMeter, cpuRows } from '../system/cpu-meter'
import { cpuSeconds } from '../system/usage'
import { type Bench, withSystem } from '../system/with-system'
import { startYardstick, type Yardstick, yardstickId } from '../yardstick/start-yardstick'
import { type Histories, historiesOf } from './histories'

const PEOPLE = sized('RELANCE_BENCH_PEOPLE', { alone: 2_000, whole: 300 })
const MAILS = 3
const PAUSE_SECONDS = 2
const WARM_UP = numbers(100, 1_000_000)
const WITHIN_MS = 600_000
/** Histories are fetched of so many; they hardly differ. */
const SAMPLE = 100
const EVENT = 'Bench Began'

/** What waiting costs beside the same job as a plain workflow, in the same minutes on the same machine. */
export const waitsPart: Part = {
  name: 'waits',
  about: `${PEOPLE.toLocaleString('en')} people, three mails with two short waits, beside a hand-written workflow`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const people = numbers(PEOPLE)
      const shop = await makeShop(bench)
      await shop.publish('Three mails', threeMails(shop.templateId))
      await makePeople(bench, shop, [...WARM_UP, ...people])
      const yardstick = await startYardstick(bench, [...WARM_UP, ...people])
      try {
        await byHand(bench, yardstick, WARM_UP)
        await byRelance(bench, shop, WARM_UP)
        say('The hand-written workflow goes first.')
        const hand = await byHand(bench, yardstick, people)
        say('Now Relance.')
        const relance = await byRelance(bench, shop, people)
        const ids = await enrolmentIds(bench, shop)
        const histories = {
          relance: await historiesOf(yardstick.client, ids),
          hand: await historiesOf(yardstick.client, people.slice(0, SAMPLE).map(yardstickId)),
        }
        return rowsOf(relance, hand, histories)
      } finally {
        await yardstick.stop()
      }
    }),
}

const threeMails = (template: string) => {
  const mail = (id: string) => ({ id, type: 'send-email', version: 1, config: { template } })
  const wait = (id: string) => ({
    ...{ id, type: 'wait-duration', version: 1 },
    config: { for: `PT${PAUSE_SECONDS}S`, since: 'here' },
  })
  return {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: EVENT } },
      ...[mail('mail1'), wait('wait1'), mail('mail2'), wait('wait2'), mail('mail3')],
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail1' },
      { from: 'mail1', exit: 'sent', to: 'wait1' },
      { from: 'wait1', exit: 'done', to: 'mail2' },
      { from: 'mail2', exit: 'sent', to: 'wait2' },
      { from: 'wait2', exit: 'done', to: 'mail3' },
      { from: 'mail3', exit: 'sent', to: 'end' },
    ],
  }
}

interface Run {
  mails: number
  perSecond: number
  cpu: CpuUsed
  /** Of the worker that did it, milliseconds. */
  workerMs: number
  duplicates: number
}

const byRelance = (bench: Bench, shop: Shop, people: number[]) =>
  timed(bench, bench.pids.worker, people, async () => {
    const { firstAt } = await postBatches(
      bench,
      shop,
      people.map((n) => track(n, EVENT)),
    )
    return firstAt
  })

const byHand = (bench: Bench, yardstick: Yardstick, people: number[]) =>
  timed(bench, yardstick.pid, people, () => yardstick.startAll(people, PAUSE_SECONDS * 1000))

async function timed(
  bench: Bench,
  worker: number,
  people: number[],
  begin: () => Promise<number>,
): Promise<Run> {
  const { sink } = bench
  const mails = people.length * MAILS
  sink.clear()
  const cpu = cpuMeter(bench)
  const before = cpuSeconds(worker)
  const firstAt = await begin()
  await sink.until(mails, WITHIN_MS)
  const seconds = ((sink.arrivals.at(-1)?.at ?? Number.NaN) - firstAt) / 1000
  const byPerson = new Map<string, number>()
  for (const { to } of sink.arrivals) byPerson.set(to, (byPerson.get(to) ?? 0) + 1)
  const duplicates = [...byPerson.values()].reduce((sum, n) => sum + Math.max(0, n - MAILS), 0)
  return {
    ...{ mails, perSecond: mails / seconds, cpu: cpu(), duplicates },
    workerMs: (cpuSeconds(worker) - before) * 1000,
  }
}

async function enrolmentIds({ owner }: Bench, { workspaceId }: Shop): Promise<string[]> {
  const rows = await owner<{ id: string }[]>`
    select id from enrolments where workspace_id = ${workspaceId} and state = 'ended' order by id desc limit ${SAMPLE}`
  return rows.map(({ id }) => id)
}

function rowsOf(
  relance: Run,
  hand: Run,
  histories: { relance: Histories; hand: Histories },
): Row[] {
  return [
    atLeast('mails a second, of the hand-written', relance.perSecond / hand.perSecond, 1.2, '×'),
    told('people', PEOPLE, ''),
    told('mails a second: relance', relance.perSecond, '/s'),
    told('mails a second: hand-written', hand.perSecond, '/s'),
    atMost(
      'events per history, of the hand-written',
      histories.relance.events / histories.hand.events,
      0.6,
      '×',
    ),
    told('events per history: relance', histories.relance.events, ''),
    told('events per history: hand-written', histories.hand.events, ''),
    told(
      `of ${SAMPLE} walked without a run, sent on by the gate`,
      SAMPLE - histories.relance.found,
      '',
    ),
    told('CPU a mail by hand: its worker', hand.workerMs / hand.mails, 'ms'),
    told('CPU a mail by hand: postgres', hand.cpu.postgres / hand.mails, 'ms'),
    told('CPU a mail by hand: temporal', hand.cpu.temporal / hand.mails, 'ms'),
    ...cpuRows(relance.cpu, relance.mails, 'mail'),
    exactly('mails twice', relance.duplicates + hand.duplicates, 0, ''),
  ]
}
