import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import type { TiedBy } from '../contact/list-identities'
import { readTraits } from '../contact/read-traits'
import type { IncomingEvent } from './incoming-event'

export type SubjectKind = 'external' | 'anonymous' | 'contact'

/** Who a name stands for. `external`: their own id at the client; null for a visitor not yet known by one. */
export interface Known {
  contactId: string
  externalId: string | null
  emailNormal: string | null
}

/** What the database knows of the names in a batch, by `kind:value`. */
export type KnownSubjects = Map<string, Known>

export const subjectKey = (kind: SubjectKind, value: string) => `${kind}:${value}`

interface NewContact {
  id: string
  externalId: string | null
  createdAt: Date
}

interface Timed {
  event: IncomingEvent
  at: Date
}

/** Whose each event is, and what must be written before. */
export interface Resolution {
  /** By the event's place in the batch. */
  contactIds: string[]
  /** Contacts whose past each event brings along. */
  joins: string[][]
  contacts: NewContact[]
  identities: {
    kind: 'external' | 'anonymous'
    value: string
    contactId: string
    tiedAt: Date
    tiedBy: TiedBy
  }[]
}

/** The names in an event by which somebody may be known. */
export function subjectsOf(event: IncomingEvent): { kind: SubjectKind; value: string }[] {
  const names: { kind: SubjectKind; value: string }[] = []
  if (event.contactId) names.push({ kind: 'contact', value: event.contactId })
  if (event.userId) names.push({ kind: 'external', value: event.userId })
  if (event.anonymousId) names.push({ kind: 'anonymous', value: event.anonymousId })
  if (event.previousId) {
    names.push(
      { kind: 'external', value: event.previousId },
      { kind: 'anonymous', value: event.previousId },
    )
  }
  return names
}

/**
 * Decides, in the order of arrival, whose each event is. A cookie seen with a userId belongs to that person
 * from then on; its past comes along only where it was nobody's yet: a cookie of A used to log in as B
 * never moves A's past to B. Pure: `known` is changed as the batch goes on.
 */
export function resolveSubjects(events: Timed[], known: KnownSubjects): Resolution {
  const resolution: Resolution = { contactIds: [], joins: [], contacts: [], identities: [] }
  for (const { event, at } of events) {
    const subject = subjectOf(event, at, known, resolution)
    resolution.contactIds.push(subject.contactId)
    const named = [event.anonymousId, event.previousId].filter((value) => value !== null)
    const joins = named.flatMap((value) => link(value, { event, at }, subject, known, resolution))
    resolution.joins.push([...new Set(joins)])
  }
  return resolution
}

function subjectOf(
  event: IncomingEvent,
  at: Date,
  known: KnownSubjects,
  resolution: Resolution,
): Known {
  const by = (kind: SubjectKind, value: string) => known.get(subjectKey(kind, value))
  const found =
    (event.contactId && by('contact', event.contactId)) ||
    (event.userId && by('external', event.userId)) ||
    (!event.userId && event.anonymousId && by('anonymous', event.anonymousId))
  if (found) return found
  if (event.contactId)
    throw new AppError('not-found', 'This customer does not exist.', { field: 'contact' })
  const fresh = { contactId: newId(), externalId: event.userId, emailNormal: null }
  resolution.contacts.push({ id: fresh.contactId, externalId: event.userId, createdAt: at })
  if (event.userId) name('external', event.userId, fresh, known, resolution, { event, at })
  return fresh
}

/** Ties a name to the subject; answers the contact whose past it brings along, if any. */
function link(
  value: string,
  { event, at }: Timed,
  subject: Known,
  known: KnownSubjects,
  resolution: Resolution,
): string[] {
  const former = event.previousId === value ? known.get(subjectKey('external', value)) : undefined
  // An alias of a userId says outright that both are one person.
  if (former) return former.contactId === subject.contactId ? [] : [former.contactId]
  const owner = known.get(subjectKey('anonymous', value))
  if (owner?.contactId === subject.contactId) return []
  name('anonymous', value, subject, known, resolution, { event, at })
  return owner && isNobodyElse(owner, subject, event) ? [owner.contactId] : []
}

function isNobodyElse(owner: Known, subject: Known, event: IncomingEvent): boolean {
  if (owner.externalId !== null) return false
  const said = event.type === 'identify' ? readTraits(event.properties).profile.email : null
  const email = said?.toLowerCase() ?? subject.emailNormal
  return owner.emailNormal === null || !email || owner.emailNormal === email
}

function name(
  kind: 'external' | 'anonymous',
  value: string,
  subject: Known,
  known: KnownSubjects,
  resolution: Resolution,
  { event, at }: Timed,
) {
  known.set(subjectKey(kind, value), subject)
  const { contactId } = subject
  resolution.identities.push({ kind, value, contactId, tiedAt: at, tiedBy: tiedByOf(event) })
}

function tiedByOf({ type, contactId, userId }: IncomingEvent): TiedBy {
  if (type === 'alias') return 'alias'
  // Somebody known otherwise than by what the sender says, and a cookie: a mail's link has led there.
  if (contactId) return 'mail-link'
  if (!userId) return 'visit'
  return type === 'identify' ? 'identify' : 'event'
}
