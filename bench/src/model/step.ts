import type { Signal } from '@relance/core/event/event'
import type { Rule } from '@relance/core/rule/rule'
import { lastSign, refusalOf } from './facts'
import { roomAt, standInLine } from './limits'
import { msOf } from './minutes'
import type { Fact } from './person'
import { propertiesHold, ruleHolds } from './rule-holds'
import type { Mail, Run } from './run'
import { LOSES_ITS_MOMENT } from './send-mails'
import type { Shop } from './shop'
import { SERVICE, TIME_ZONE } from './story'
import { dateOf, type LocalWait } from './wait-date'

/** What comes of standing at a step. */
export type Step =
  | { kind: 'leave'; exit: string }
  | { kind: 'wait'; dueAt: number; listens: string[] }
  | { kind: 'call' }
  | { kind: 'end'; as: 'goal' | 'exit'; detail: string | null }
  | { kind: 'stuck' }

const leave = (exit: string): Step => ({ kind: 'leave', exit })
const wait = (now: number, dueAt: number, listens: string[], exit: string): Step =>
  dueAt <= now ? leave(exit) : { kind: 'wait', dueAt, listens }

const SIGNALS: Record<Signal, string> = {
  visit: 'visit',
  order: 'Order Completed',
  open: 'Email Opened',
  click: 'Email Link Clicked',
}

/** Stands a run at its step: on arrival, or again because of `news` or because the time has come. */
export function stand(shop: Shop, run: Run, news?: Fact): Step {
  const { now } = shop
  const node = run.version.nodes.get(run.node)
  if (!node) throw new Error(`No step ${run.node}.`)
  const config = node.config
  switch (node.type) {
    case 'wait-duration': {
      const since = config.since as 'here' | 'anchor' | Signal
      const listens = since === 'here' || since === 'anchor' ? [] : [SIGNALS[since]]
      return wait(now, countedFrom(run, since) + msOf(String(config.for)), listens, 'done')
    }
    case 'wait-event': {
      const until = run.enteredNodeAt + msOf(String(config.atMost))
      if (news && isAwaited(run, config, news, until, now)) return leave('happened')
      return wait(now, until, [String(config.event)], 'timed-out')
    }
    case 'wait-date': {
      const dueAt = dateOf(config as LocalWait, run, TIME_ZONE)
      const listens = config.field ? [`field:${config.field}`] : []
      return dueAt === null ? leave('done') : wait(now, dueAt, listens, 'done')
    }
    case 'condition':
      return leave(branchOf(run, config, now))
    case 'random-split':
      return leave(shareOf(config.shares as Share[], shop.draw(run)))
    case 'set-field':
      if (config.field === 'timeZone') return { kind: 'stuck' }
      run.person.traits[String(config.field)] = config.value
      return leave('done')
    case 'call-webhook':
      if (!run.called) return { kind: 'call' }
      return leave(config.url === SERVICE.yes ? 'ok' : 'failed')
    case 'send-email':
      return sendMail(shop, run, config)
    case 'end':
      return {
        kind: 'end',
        as: config.as as 'goal' | 'exit',
        detail: (config.reason as string | undefined) ?? null,
      }
    default:
      return leave('entered')
  }
}

function countedFrom(run: Run, since: 'here' | 'anchor' | Signal): number {
  if (since === 'here') return run.enteredNodeAt
  if (since === 'anchor') return run.anchorAt
  return lastSign(run.person, since) ?? run.person.createdAt
}

function isAwaited(
  run: Run,
  { event, where }: Record<string, unknown>,
  { name, at, properties }: Fact,
  until: number,
  now: number,
): boolean {
  const isNamed = name === event || (event === 'visit' && name === 'page')
  return (
    isNamed &&
    at >= run.enteredNodeAt &&
    at <= until &&
    propertiesHold(where as Rule | null | undefined, properties, now)
  )
}

interface Branch {
  exit: string
  rule: Rule
}

function branchOf(run: Run, { branches, otherwise }: Record<string, unknown>, now: number): string {
  const first = (branches as Branch[]).find(({ rule }) => ruleHolds(rule, run.person, now, run))
  return first?.exit ?? (otherwise as Branch).exit
}

interface Share {
  exit: string
  share: number
}

function shareOf(shares: Share[], draw: number): string {
  let upTo = 0
  for (const { exit, share } of shares) {
    upTo += share
    if (draw * 100 < upTo) return exit
  }
  return shares.at(-1)?.exit ?? ''
}

/** A mail is queued, held until there is room, or refused for good; one that is too late is nothing. */
function sendMail(shop: Shop, run: Run, { latest }: Record<string, unknown>): Step {
  const { now } = shop
  const isHere = ({ node, visit, isHeld }: Mail) =>
    isHeld && node === run.node && visit === run.visit
  const held = run.person.mails.find(
    (mail) => mail.run === run && mail.state === 'queued' && isHere(mail),
  )
  if (latest && now > run.anchorAt + msOf(String(latest))) {
    if (held) Object.assign(held, { state: 'refused', reason: 'too-late', isHeld: false })
    return leave('refused')
  }
  const refusal = refusalOf(run.person, shop.suppressed)
  if (!refusal) standInLine(shop, run)
  const room = refusal ? null : roomAt(shop, run.person)
  const mail = held ?? newMail(run, now)
  if (!held) {
    shop.mails.push(mail)
    run.person.mails.push(mail)
  }
  Object.assign(mail, {
    state: refusal ? 'refused' : 'queued',
    reason: refusal ?? (room === null ? null : 'cap'),
    isHeld: room !== null,
    // While it is held its run asks, not the mail.
    sendAt: room === null ? now : Number.POSITIVE_INFINITY,
    losesItsMomentAt: now + LOSES_ITS_MOMENT,
  })
  if (room !== null) return { kind: 'wait', dueAt: room, listens: [] }
  return leave(refusal ? 'refused' : 'sent')
}

const newMail = (run: Run, now: number): Mail => ({
  ...{ run, node: run.node, visit: run.visit, state: 'queued', reason: null },
  ...{ queuedAt: now, sendAt: now, sentAt: null, isHeld: false, losesItsMomentAt: now },
})
