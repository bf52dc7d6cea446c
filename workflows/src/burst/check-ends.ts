import { hasServiceMail } from '@relance/core/plan/has-service-mail'
import { matchProperties } from '@relance/core/rule/match-properties'
import type { Rule } from '@relance/core/rule/rule'
import { nextChangeAt } from '@relance/core/rule/rule-due'
import { addTo } from '@relance/core/time/add-to'
import { checkReachable } from '@relance/db/contact/check-reachable'
import type { InboxItem } from '@relance/db/enrolment/inbox'
import { askRule } from '@relance/db/rule/ask-rule'
import { endWalk } from './end-walk'
import { ruleSubject } from './rule-subject'
import type { Walk } from './walk'

/** Ends the enrolment if its goal, an exit rule, its longest stay or its reach says so. Asked before any node runs. */
export async function checkEnds(walk: Walk, inbox: InboxItem[]): Promise<void> {
  const goal = inbox.find((item) => isGoal(walk, item))
  if (goal) {
    walk.enrolment.revenueCents = revenueOf(goal)
    return endWalk(walk, 'goal', goal.name, { code: 'goal-reached', params: { event: goal.name } })
  }
  if (await leavesByRule(walk)) return
  if (await isUnreachable(walk, inbox)) return
  const stayUntil = longestStay(walk)
  if (stayUntil && stayUntil <= walk.clock.now) endWalk(walk, 'expired', null, { code: 'expired' })
}

/** An event counts towards the goal from the trigger's instant on: what came before belongs to an earlier story. */
function isGoal({ plan, enrolment, clock }: Walk, item: InboxItem): boolean {
  const { goal } = plan.settings
  if (!goal || goal === 'none' || item.key !== goal.event || item.at < enrolment.anchorAt)
    return false
  return !goal.where || matchProperties(goal.where, item.properties, clock.now)
}

function revenueOf({ properties }: InboxItem): number | null {
  const amount = properties.revenue ?? properties.total ?? properties.value
  return typeof amount === 'number' ? Math.round(amount * 100) : null
}

async function leavesByRule(walk: Walk): Promise<boolean> {
  for (const { key, rule } of walk.plan.settings.exitRules) {
    const { holds, seen } = await askRule(walk.tx, rule, ruleSubject(walk))
    if (!holds) continue
    endWalk(walk, 'exit', key, { code: 'exit-rule', params: { key } }, seen)
    return true
  }
  return false
}

/** What may take a contact out of email's reach. */
const CONSENT = 'consent:email'
const REACH_KEYS = [CONSENT, 'Email Bounced', 'Email Marked as Spam']

/** A consent that is given takes nobody out of reach, also where the address is still unknown. */
async function hasRefused(walk: Walk, inbox: InboxItem[]): Promise<boolean> {
  if (!inbox.some(({ key }) => key === CONSENT)) return false
  const refused: Rule = { consent: 'email', state: 'refused' }
  return (await askRule(walk.tx, refused, ruleSubject(walk))).holds
}

const sendsMails = ({ plan }: Walk) =>
  Object.values(plan.nodes).some(({ type }) => type === 'send-email')

/** Nothing this scenario could still send would reach them: said once, when consent or address goes. */
async function isUnreachable(walk: Walk, inbox: InboxItem[]): Promise<boolean> {
  if (!sendsMails(walk)) return false
  const isBlocked = inbox.some(({ key }) => key !== CONSENT && REACH_KEYS.includes(key))
  if (!isBlocked && !(await hasRefused(walk, inbox))) return false
  const service = hasServiceMail(walk.plan)
  const reach = await checkReachable(walk.tx, walk.contact.id, 'email', { service })
  if (!('reason' in reach)) return false
  endWalk(walk, 'unreachable', reach.reason, {
    code: 'unreachable',
    params: { reason: reach.reason },
  })
  return true
}

function longestStay({ plan, enrolment, clock }: Walk): Date | null {
  const { maxStay, timeZone } = plan.settings
  return maxStay ? addTo(enrolment.enteredAt, maxStay, timeZone ?? clock.timeZone) : null
}

/** What a live enrolment listens for besides its step: goal, exit rules, and the loss of its channel. */
export const endListens = (walk: Walk): string[] =>
  sendsMails(walk) ? [...walk.plan.listens, ...REACH_KEYS] : walk.plan.listens

const DAY_MS = 86_400_000

/** Counts within a window change with time in ways no single instant tells: such exit rules are asked once a day. */
function dailyLook({ plan, clock }: Walk): Date | null {
  const windows = plan.settings.exitRules.some(({ rule }) =>
    /"within"|"inactivity"/.test(JSON.stringify(rule)),
  )
  return windows ? new Date(clock.now.getTime() + DAY_MS) : null
}

const latest = (instants: (Date | null)[]): Date | null => {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : new Date(Math.max(...known.map((at) => at.getTime())))
}

/** When time alone may end the enrolment: its longest stay, or an exit rule that names an age. */
export function exitDueAt(walk: Walk): Date | null {
  const { contact, clock, plan } = walk
  const rules: Rule = { or: plan.settings.exitRules.map(({ rule }) => rule) }
  const fields = {
    lastVisitAt: contact.lastAt.visit,
    lastOrderAt: contact.lastAt.order,
    lastOpenAt: contact.lastAt.open,
    lastClickAt: contact.lastAt.click,
    createdAt: contact.createdAt,
    lastInteractionAt: latest(Object.values(contact.lastAt)),
  }
  const instants = [
    longestStay(walk),
    nextChangeAt(rules, fields, clock.now, plan.settings.timeZone ?? clock.timeZone),
    dailyLook(walk),
  ].filter((at) => at !== null)
  return instants.length ? new Date(Math.min(...instants.map((at) => at.getTime()))) : null
}
