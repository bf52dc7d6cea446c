import { sameJson } from '../../json/same-json'
import type { PastEntries } from '../compile-facts'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** Fewer than these within one hour are no crowd. */
const CROWD = 500
/** Nor are those who come at every hour alike: a crowd is so many times the usual. */
const TIMES_THE_USUAL = 10
const HOURS_OF_30_DAYS = 30 * 24

/**
 * V21, V22: what a back-test of the last thirty days found of this very trigger: nobody would have entered; or one hour
 * would have brought 500 people, and ten times as many as an hour usually does.
 */
export function checkEntries(survey: Survey): Finding[] {
  const past = survey.facts.pastEntries
  const [trigger, second] = survey.triggers
  if (!past || !trigger || second || !isAbout(past, survey)) return []
  const [field] = Object.keys(trigger.definition.fields)
  const at = { nodeId: trigger.node.id, field }
  if (past.entered === 0) return [{ code: 'V21', ...at }]
  const isCrowd =
    past.most >= CROWD && past.most >= (TIMES_THE_USUAL * past.entered) / HOURS_OF_30_DAYS
  return isCrowd ? [{ code: 'V22', ...at, params: { n: past.most } }] : []
}

/** Whether nothing has changed since of what lets people in. */
function isAbout({ trigger, reentry }: PastEntries, { triggers, draft }: Survey): boolean {
  const [now] = triggers
  if (!now || now.node.type !== trigger.type || !sameJson(draft.settings.reentry, reentry))
    return false
  const config = now.definition.config.safeParse(now.node.config)
  return config.success && sameJson(config.data, trigger.config)
}
