import { enter } from './enter'
import { lastSign, refusalOf } from './facts'
import { msOf } from './minutes'
import { propertiesHold, ruleHolds } from './rule-holds'
import type { News, Run } from './run'
import { endRun } from './run-ends'
import { liveVersion, type Shop } from './shop'
import { take, walk } from './walk'

/** Does for a live run whatever is to be done now. True when something was. */
export function burst(shop: Shop, run: Run): boolean {
  if (run.state === 'ended') return false
  checkEnds(shop, run)
  if (hasEnded(run)) {
    reenterAtOnce(shop, run)
    return true
  }
  if (run.flow.status === 'paused') return false
  const acted = goOn(shop, run)
  if (hasEnded(run)) reenterAtOnce(shop, run)
  return acted
}

const hasEnded = ({ state }: Run) => state === 'ended'

/** A goal, an exit rule, the loss of reach, or the longest stay ends a run before its step is looked at. */
export function checkEnds(shop: Shop, run: Run): void {
  const end = endOf(shop, run)
  if (end) endRun(shop, run, end.reason, end.detail)
}

function endOf(shop: Shop, run: Run): { reason: string; detail: string | null } | undefined {
  const { goal, exitRules, maxStay } = run.version.settings
  const isReached = run.inbox.some((news) => isGoal(shop, run, news))
  if (isReached && goal && goal !== 'none') return { reason: 'goal', detail: goal.event }
  const out = exitRules.find(({ rule }) => ruleHolds(rule, run.person, shop.now, run))
  if (out) return { reason: 'exit', detail: out.key }
  const sends = [...run.version.nodes.values()].some(({ type }) => type === 'send-email')
  const refusal = refusalOf(run.person, shop.suppressed)
  if (sends && refusal && run.inbox.some((news) => isReachLost(run, news)))
    return { reason: 'unreachable', detail: refusal }
  const isOver = maxStay && run.enteredAt + msOf(maxStay) <= shop.now
  return isOver ? { reason: 'expired', detail: null } : undefined
}

const isReachLost = ({ person }: Run, { reachLost }: News) =>
  reachLost === 'blocked' || (reachLost === 'refused' && person.consent?.state === 'refused')

function isGoal(shop: Shop, run: Run, { keys, fact }: News): boolean {
  const { goal } = run.version.settings
  if (!goal || goal === 'none' || !keys.has(goal.event) || fact.at < run.anchorAt) return false
  return propertiesHold(goal.where, fact.properties, shop.now)
}

function goOn(shop: Shop, run: Run): boolean {
  const news = run.inbox.filter(({ waitedFor }) => waitedFor)
  const isDue = run.dueAt !== null && run.dueAt <= shop.now && run.state === 'waiting'
  if (!run.again && !run.called && !isDue && news.length === 0) {
    run.inbox = []
    return false
  }
  run.inbox = []
  if (run.again) return goAsAsked(shop, run, news)
  if (run.state === 'attention') return false
  if (run.called) {
    walk(shop, run)
    return true
  }
  if (!hear(shop, run, news) && run.dueAt !== null && run.dueAt <= shop.now) walk(shop, run)
  return true
}

/** Tells the step what it waited for, one by one. True once it is left behind. */
function hear(shop: Shop, run: Run, news: News[]): boolean {
  const { node, visit } = run
  for (const { fact } of news) {
    walk(shop, run, fact)
    if (run.state !== 'waiting' || run.node !== node || run.visit !== visit) return true
  }
  return false
}

function goAsAsked(shop: Shop, run: Run, news: News[]): boolean {
  const { again } = run
  run.again = null
  if (run.state === 'attention') run.state = 'waiting'
  if (again === 'skip') {
    const exits = [...run.version.edges.keys()].filter((key) => key.startsWith(`${run.node}:`))
    const exit = exits[0]?.slice(run.node.length + 1) ?? ''
    if (take(shop, run, { kind: 'leave', exit })) walk(shop, run)
    return true
  }
  // What was waited for meanwhile is not forgotten by a move, and comes before the clock.
  if (!hear(shop, run, news)) walk(shop, run)
  return true
}

/** An end the scenario names lets the person in again at once, counted from their last visit. */
function reenterAtOnce(shop: Shop, run: Run): void {
  const live = liveVersion(run.flow)
  const detail = run.endDetail
  if (!detail || !run.version.settings.reentry.atOnceAfter.includes(detail)) return
  if (run.flow.status !== 'live' || !live) return
  // A re-entry that is over within the minute is not repeated: it would be for ever.
  if (run.key.startsWith('again:') && shop.now - run.enteredAt < 60_000) return
  enter(shop, run.flow, run.person, {
    key: `again:${shop.runs.indexOf(run)}`,
    anchorAt: lastSign(run.person, 'visit') ?? shop.now,
    data: run.data,
    atOnce: true,
  })
}
