import { isKnownZone } from '../../time/known-zone'
import { formatMessage } from '../../words/format-message'
import { readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

const titles = { timeZone: { en: 'Time zone', fr: 'Fuseau horaire' } }

/** V27: success is said, or said not to be wanted. V04, V30: the other rules of the scenario can be read. */
export function checkSettings({ draft, language }: Survey): Finding[] {
  const { goal, reentry, timeZone } = draft.settings
  const findings: Finding[] = []
  if (goal === null) {
    const args = { settings: { goal: { event: 'Order Completed', where: null } } }
    findings.push({ code: 'V27', field: 'goal', fix: { action: 'setSettings', args } })
  }
  if (reentry.mode === 'after' && !reentry.after)
    findings.push({ code: 'V04', field: 'reentry.after' })
  if (timeZone && !isKnownZone(timeZone)) {
    const reason = formatMessage(readingWords, 'not-a-zone', language)
    const fix = { action: 'setSettings', args: { settings: { timeZone: null } } }
    findings.push({
      code: 'V30',
      field: 'timeZone',
      params: { field: titles.timeZone[language], reason },
      fix,
    })
  }
  return findings
}
