import { offsetParts } from '../time/offset-parts'

/** Where somebody stands between the first contact and being lost; whoever is silent stands by that alone. */
export const lifecycleStages = ['prospect', 'first-order', 'repeat', 'at-risk', 'lost'] as const
export type LifecycleStage = (typeof lifecycleStages)[number]

/** The steps from one stage to the next, by where they lead. */
export const lifecycleSteps = ['first-order', 'repeat', 'at-risk', 'lost'] as const
export type LifecycleStep = (typeof lifecycleSteps)[number]

const BY_EVENT: Readonly<Record<string, readonly LifecycleStep[]>> = {
  'Signed Up': ['first-order'],
  'Form Submitted': ['first-order'],
  'Order Completed': ['repeat'],
  'Order Delivered': ['repeat'],
  'Started Declining': ['at-risk'],
  page: ['at-risk'],
  visit: ['at-risk'],
  'Became At Risk': ['lost'],
  'Activity Changed': ['lost'],
}
const DAYS_OF_MONTH = 30

/**
 * The steps a scenario works on, by what starts it: one that follows a sign-up works towards the first order, one that
 * starts when somebody is at risk works against losing them. Empty where the start says nothing of it.
 */
export function stepsOfTrigger(
  trigger: { type: string; config: Record<string, unknown> },
  atRiskAfterDays: number,
): readonly LifecycleStep[] {
  switch (trigger.type) {
    case 'on-event':
      return BY_EVENT[String(trigger.config.event)] ?? []
    case 'on-cart-abandoned':
      return ['first-order', 'repeat']
    case 'on-inactive': {
      const { months, secs } = offsetParts(String(trigger.config.for))
      const days = months * DAYS_OF_MONTH + secs / 86_400
      return days < atRiskAfterDays ? ['at-risk'] : ['lost']
    }
    case 'on-score-drop':
    case 'on-latency':
      return ['at-risk']
    default:
      return []
  }
}
