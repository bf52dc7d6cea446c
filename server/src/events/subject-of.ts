import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { findContacts } from '@relance/db/contact/find-contacts'

/** Who an event is about: by a name of Segment's, or by our own id where only an address is known. */
export interface EventSubject {
  userId?: string
  anonymousId?: string
  contactId?: string
}

/** Whom the app means. Throws AppError not-found for an address that is nobody's. */
export async function subjectOf(
  scope: Scope,
  by: { externalId?: string; anonymousId?: string; email?: string },
): Promise<EventSubject> {
  if (by.externalId ?? by.anonymousId) return { userId: by.externalId, anonymousId: by.anonymousId }
  const [contact] = (await findContacts(scope, { email: by.email, limit: 1 })).items
  if (!contact) {
    throw new AppError('not-found', 'No contact has this address.', { field: 'contact.email' })
  }
  return contact.externalId === null ? { contactId: contact.id } : { userId: contact.externalId }
}
