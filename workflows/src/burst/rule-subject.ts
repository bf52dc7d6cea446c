import type { RuleSubject } from '@relance/db/rule/rule-moment'
import { cartOf } from './run-context'
import type { Walk } from './walk'

/** Of whom, and as of when, a rule is asked in this walk. */
export const ruleSubject = (walk: Walk): RuleSubject => ({
  contactId: walk.enrolment.contactId,
  now: walk.clock.now,
  timeZone: walk.plan.settings.timeZone ?? walk.clock.timeZone,
  enrolment: {
    id: walk.enrolment.id,
    flowId: walk.enrolment.flowId,
    enteredAt: walk.enrolment.enteredAt,
    anchorAt: walk.enrolment.anchorAt,
    cartId: cartOf(walk),
    leftAt: leaves(walk),
  },
})

function leaves({ enrolment }: Walk): Record<string, Date> {
  const left = Object.entries(enrolment.path).flatMap(([nodeId, { leftAt }]) =>
    leftAt ? [[nodeId, new Date(leftAt)] as const] : [],
  )
  return Object.fromEntries(left)
}
