import { flowSettings } from '@relance/core/graph/settings'
import { nextOccurrence } from '@relance/core/time/next-occurrence'
import { takeAudience, takePast } from './lines'
import { DAY, MINUTE } from './minutes'
import type { Flow, Run, Version } from './run'
import { endRun } from './run-ends'
import { liveVersion, type Shop } from './shop'
import { type Act, type Drawing, TIME_ZONE, Undetermined } from './story'

type Of<Name> = Extract<Act, { act: Name }>

const inside = (shop: Shop, flow: Flow): Run[] =>
  shop.runs.filter((run) => run.flow === flow && run.state !== 'ended')

export function publish(shop: Shop, flow: Flow, drawing: Drawing, act: Of<'publish'>): void {
  const version = versionOf(drawing, flow.versions.length + 1)
  const owed = owedTo(flow, version, shop.now)
  flow.versions.push(version)
  flow.status = 'live'
  flow.lineFrom = act.alsoPast ? Number.NEGATIVE_INFINITY : shop.now
  flow.entered = new Set()
  flow.nextAt = nextOf(flow, shop.now)
  const missed = owed ?? missedBy(flow, shop.now)
  for (const run of inside(shop, flow)) {
    if (act.people === 'leave') endRun(shop, run, 'left', null)
    if (act.people === 'move' && version.nodes.has(run.node)) {
      run.version = version
      run.again ??= 'move'
    }
  }
  if (act.alsoPast) takePast(shop, flow)
  if (missed !== null) takeAudience(shop, flow, missed)
}

function versionOf({ graph, settings }: Drawing, number: number): Version {
  const trigger = graph.nodes.find(({ type }) => type.startsWith('on-'))
  return {
    number,
    entry: trigger?.id ?? '',
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    edges: new Map(
      graph.edges.map(({ from, exit, to, atMost }) => [`${from}:${exit}`, { to, atMost }]),
    ),
    settings: flowSettings.parse({ goal: 'none', ...settings }),
  }
}

/** A single instant that was past already when it was first drawn comes at once, and once only. */
function missedBy(flow: Flow, now: number): number | null {
  const [version, ...earlier] = [...flow.versions].reverse()
  const at = version && instantOf(version)
  if (!at || Date.parse(at) > now) return null
  return earlier.some((one) => instantOf(one) === at) ? null : Date.parse(at)
}

/** What a schedule should have begun in a pause, where the version that ends the pause keeps to it. */
function owedTo(flow: Flow, version: Version, now: number): number | null {
  const before = liveVersion(flow)
  if (!before || flow.nextAt === null || flow.nextAt > now) return null
  const [was, is] = [before, version].map(({ nodes, entry }) => nodes.get(entry))
  if (was?.type !== 'on-schedule' || is?.type !== 'on-schedule') return null
  if (typeof is.config.rrule === 'string')
    return was.config.rrule === is.config.rrule ? flow.nextAt : null
  return Date.parse(String(is.config.at)) === flow.nextAt ? flow.nextAt : null
}

const instantOf = ({ nodes, entry }: Version): string | undefined => {
  const trigger = nodes.get(entry)
  return trigger?.type === 'on-schedule' ? (trigger.config.at as string | undefined) : undefined
}

/** When a scenario's schedule comes round next. */
export function nextOf(flow: Flow, after: number): number | null {
  const version = liveVersion(flow)
  const trigger = version?.nodes.get(version.entry)
  if (!version || trigger?.type !== 'on-schedule') return null
  const { at, rrule } = trigger.config
  if (typeof rrule === 'string')
    return (
      nextOccurrence(rrule, new Date(after), version.settings.timeZone ?? TIME_ZONE)?.getTime() ??
      null
    )
  const once = Date.parse(String(at))
  return once > after ? once : null
}

export function pause(flow: Flow): void {
  if (flow.status === 'live') flow.status = 'paused'
}

export function resume(shop: Shop, flow: Flow, mode: Of<'resume'>['mode']): void {
  if (flow.status !== 'paused') return
  flow.status = 'live'
  makeUp(shop, flow, mode)
  const mails = shop.mails.filter(
    (mail) => mail.run.flow === flow && mail.state === 'queued' && !mail.isHeld,
  )
  if (mode === 'skip')
    for (const mail of mails)
      if (mail.sendAt < shop.now - 2 * DAY)
        Object.assign(mail, { state: 'refused', reason: 'too-late' })
  if (mode !== 'spread') return
  const runs = inside(shop, flow).filter(({ state }) => state === 'waiting')
  dealOut(
    shop.now,
    runs.filter(({ dueAt }) => dueAt !== null && dueAt <= shop.now),
    ({ dueAt }) => dueAt ?? 0,
    (run, at) => {
      run.dueAt = at
    },
  )
  dealOut(
    shop.now,
    mails.filter(({ sendAt }) => sendAt <= shop.now),
    ({ sendAt }) => sendAt,
    (mail, at) => {
      mail.sendAt = at
    },
  )
}

/** What a schedule should have begun in the pause begins now, once; not where it is too late and the late are skipped. */
function makeUp(shop: Shop, flow: Flow, mode: Of<'resume'>['mode']): void {
  const missed = flow.nextAt
  if (missed === null || missed > shop.now) return
  flow.nextAt = nextOf(flow, shop.now)
  if (mode !== 'skip' || missed >= shop.now - 2 * DAY) takeAudience(shop, flow, missed)
}

/** Over an hour, the longest overdue first. */
function dealOut<T>(
  now: number,
  late: T[],
  at: (one: T) => number,
  set: (one: T, at: number) => void,
) {
  const order = late.map((one) => [at(one), one] as const).sort(([a], [b]) => a - b)
  if (order.some(([when], i) => i > 0 && order[i - 1]?.[0] === when))
    throw new Undetermined('Two that are overdue since one instant.')
  for (const [i, [, one]] of order.entries())
    set(one, now + Math.trunc((i / order.length) * 60 * MINUTE))
}

export function stop(shop: Shop, flow: Flow, people: 'finish' | 'leave'): void {
  if (flow.status !== 'live' && flow.status !== 'paused') return
  flow.status = 'stopped'
  flow.nextAt = null
  if (people === 'leave') for (const run of inside(shop, flow)) endRun(shop, run, 'left', null)
}

/** Asks the stuck to go on. */
export function unstick(shop: Shop, flow: Flow, again: 'retry' | 'skip'): void {
  for (const run of inside(shop, flow)) if (run.state === 'attention') run.again = again
}
