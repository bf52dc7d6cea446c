import type { Plan } from '@relance/core/plan/plan'

/** A mail that would go as it is written now, where the live version sends it as it was. */
export interface ChangedMail {
  templateId: string
  /** The version of the mail that is live. */
  live: number
  /** The one that would be. */
  next: number
}

/** The mails a live plan sends too, in another version than the next plan would. */
export const changedMails = (live: Plan, plan: Plan): ChangedMail[] =>
  Object.entries(plan.templates).flatMap(([templateId, next]) => {
    const before = live.templates[templateId]
    return before === undefined || before === next ? [] : [{ templateId, live: before, next }]
  })
