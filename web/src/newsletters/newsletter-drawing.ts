import type { Typology } from '@relance/core/graph/typology'
import { atLocalTime } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'

/** What the form asks of a newsletter. */
export interface NewsletterForm {
  name: string
  /** A segment's id; null: everybody who has agreed to emails. */
  segmentId: string | null
  templateId: string | null
  typology: Typology
  when: 'once' | 'weekly'
  /** `2026-03-02`, and `09:00` by the workspace's clock. */
  day: string
  time: string
  /** `MO` … `SU`. */
  weekday: string
  zone: 'workspace' | 'contact'
  pace: 'none' | 'minute' | 'hour' | 'over'
  people: number
  hours: number
}

/** The scenario that a filled form stands for, as the API takes it: an ordinary one. Null while something is missing. */
export function newsletterDrawing(form: NewsletterForm, timeZone: string) {
  const { name, templateId, typology } = form
  const when = scheduleOf(form, timeZone)
  if (!name.trim() || !templateId || !when) return null
  const audience = form.segmentId
    ? { and: [{ segment: form.segmentId, member: true }] }
    : { and: [{ consent: 'email', state: 'given' }] }
  return {
    name: name.trim(),
    graph: {
      nodes: [
        { id: 'start', type: 'on-schedule', config: { ...when, audience, ...paceOf(form) } },
        { id: 'mail', type: 'send-email', config: { template: templateId } },
        { id: 'end', type: 'end', config: { as: 'exit', reason: 'sent' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
    settings: {
      ...{ goal: 'none', typology },
      reentry: { mode: 'per-key', after: null, atOnceAfter: [] },
    },
  }
}

function scheduleOf({ when, day, time, weekday, zone }: NewsletterForm, timeZone: string) {
  const [hour, minute] = time.split(':').map(Number)
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null
  if (when === 'weekly')
    return { rrule: `FREQ=WEEKLY;BYDAY=${weekday};BYHOUR=${hour};BYMINUTE=${minute}`, zone }
  const date = readLocalDate(day, timeZone)
  return date && { at: atLocalTime(date, time, timeZone).toISOString(), zone }
}

function paceOf({ pace, people, hours }: NewsletterForm) {
  if (pace === 'none') return {}
  return pace === 'over' ? { pace, over: `PT${hours}H` } : { pace, people }
}
