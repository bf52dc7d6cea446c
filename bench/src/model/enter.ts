import type { Rule } from '@relance/core/rule/rule'
import { refusalOf } from './facts'
import { msOf } from './minutes'
import type { Person } from './person'
import { ruleHolds } from './rule-holds'
import type { Flow, Run, Version } from './run'
import { endRun } from './run-ends'
import { liveVersion, type Shop } from './shop'
import { take, walk } from './walk'

interface Entry {
  key: string
  anchorAt: number
  data: Record<string, unknown>
  atOnce?: boolean
  mustBeReachable?: boolean
}

/** Lets somebody into a scenario, if its rules let them, and takes them to the first wait. */
export function enter(shop: Shop, flow: Flow, person: Person, entry: Entry): boolean {
  const version = liveVersion(flow)
  if (flow.status !== 'live' || !version) return false
  const { reentry, exitRules } = version.settings
  const key = reentry.mode === 'once' && !entry.atOnce ? '' : entry.key
  const past = person.runs.filter((run) => run.flow === flow)
  if (!entry.atOnce && !mayReenter(shop, version, past, entry.key)) return false
  if (entry.mustBeReachable && refusalOf(person, shop.suppressed)) return false
  const filter = version.nodes.get(version.entry)?.config.filter as Rule | null | undefined
  if (filter && !ruleHolds(filter, person, shop.now)) return false
  if (past.some((run) => run.key === key)) return false
  const run = newRun(shop, flow, version, person, { ...entry, key })
  shop.runs.push(run)
  person.runs.push(run)
  // Who is already out by a rule is told so, and gets nothing.
  const out = exitRules.find(({ rule }) => ruleHolds(rule, person, shop.now, run))
  if (out) endRun(shop, run, 'exit', out.key)
  else if (take(shop, run, { kind: 'leave', exit: 'entered' })) walk(shop, run)
  return true
}

function mayReenter(shop: Shop, { settings }: Version, past: Run[], key: string): boolean {
  const { mode, after } = settings.reentry
  const isOpen = ({ state }: Run) => state !== 'ended'
  if (past.length === 0) return true
  if (mode === 'per-key') return !past.some((run) => run.key === key)
  if (past.some(isOpen) || mode === 'once') return false
  const last = Math.max(...past.map(({ enteredAt }) => enteredAt))
  return last + msOf(after ?? 'P0D') <= shop.now
}

function newRun(shop: Shop, flow: Flow, version: Version, person: Person, entry: Entry): Run {
  const nth = person.began.get(flow.number) ?? 0
  person.began.set(flow.number, nth + 1)
  return {
    flow,
    version,
    person,
    key: entry.key,
    began: { person: person.number, nth },
    anchorAt: entry.anchorAt,
    enteredAt: shop.now,
    data: entry.data,
    state: 'waiting',
    node: version.entry,
    visit: 1,
    visits: new Map([[version.entry, 1]]),
    laps: new Map(),
    leftAt: new Map(),
    enteredNodeAt: shop.now,
    dueAt: null,
    askedAt: null,
    listens: [],
    called: null,
    again: null,
    inbox: [],
    endedAt: null,
    endReason: null,
    endDetail: null,
  }
}
