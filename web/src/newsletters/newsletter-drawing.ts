import type { Typology } from '@relance/core/graph/typology'
import { atLocalTime } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'
import type { Language } from '@relance/core/words/language'

/** What the form asks of a newsletter. */
export interface NewsletterForm {
  name: string
  /** A segment's id; null: everybody who has agreed to emails. */
  segmentId: string | null
  templateId: string | null
  typology: Typology
  /** `now`: as soon as it is approved. */
  when: 'now' | 'once' | 'weekly'
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

interface Around {
  /** IANA name, of the workspace. */
  timeZone: string
  /** ISO 8601, by the workspace's clock. */
  now: string
  /** Of whoever draws it: the end of the scenario is named in it. */
  language: Language
}

const sent = { en: 'sent', fr: 'envoyée' }

/** Whether the hour that was chosen has passed: what is sent then would leave at once. */
export function isPast(form: NewsletterForm, { timeZone, now }: Omit<Around, 'language'>): boolean {
  const at = form.when === 'once' ? scheduleOf(form, { timeZone, now })?.at : undefined
  return at !== undefined && new Date(at) <= new Date(now)
}

/**
 * The scenario that a filled form stands for, as the API takes it: an ordinary one. Null while something is missing, or
 * the hour has passed.
 */
export function newsletterDrawing(form: NewsletterForm, around: Around) {
  const { name, templateId, typology } = form
  const when = isPast(form, around) ? null : scheduleOf(form, around)
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
        { id: 'end', type: 'end', config: { as: 'exit', reason: sent[around.language] } },
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

function scheduleOf(
  { when, day, time, weekday, zone }: NewsletterForm,
  { timeZone, now }: Omit<Around, 'language'>,
) {
  if (when === 'now') return { at: now, zone: 'workspace' as const }
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
