import type { Plan } from '../plan/plan'

/** What somebody who may publish looks at before a sending to an audience: what is said, and to whom. */
export const approvalKinds = ['content', 'target'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/**
 * What is approved of a plan that sends to an audience at a set time, as values that change when it does: the steps with
 * the versions of their mails, and the audience with what it is narrowed by. When, and how fast, is neither. Null where
 * nothing has to be approved: nothing is sent, or each person's own doing or date sends it.
 */
export function approvalSubjects(plan: Plan): Record<ApprovalKind, unknown> | null {
  const { nodes, entry, settings, templates } = plan
  const trigger = nodes[entry]
  const isSending = Object.keys(templates).length > 0
  if (trigger?.type !== 'on-schedule' || !isSending) return null
  const steps = Object.entries(nodes).filter(([id]) => id !== entry)
  const byId = <T>(entries: [string, T][]) => entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    content: {
      steps: byId(steps).map(([id, { type, config, next }]) => [id, type, config, next]),
      mails: byId(Object.entries(templates)),
    },
    target: {
      audience: trigger.config.audience,
      typology: settings.typology,
      topic: settings.topic ?? null,
      reentry: settings.reentry,
    },
  }
}
