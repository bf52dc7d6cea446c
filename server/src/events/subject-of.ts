import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { findContacts } from '@relance/db/contact/find-contacts'

/** Who an event of the app is about, in Segment's terms; an address must be somebody's. */
export async function subjectOf(
  scope: Scope,
  { externalId, anonymousId, email }: { externalId?: string; anonymousId?: string; email?: string },
): Promise<{ userId?: string; anonymousId?: string }> {
  if (externalId ?? anonymousId) return { userId: externalId, anonymousId }
  const [contact] = (await findContacts(scope, { email, limit: 1 })).items
  if (!contact?.externalId) {
    throw new AppError('not-found', 'No contact with a customer number has this address.', {
      field: 'contact.email',
    })
  }
  return { userId: contact.externalId }
}
