import { builtIn } from '@relance/core/contact/contact-fields'
import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'
import { isProfileField, readProfileField } from './read-traits'
import { writeProfile } from './write-profile'

/**
 * Sets one field of a contact: a profile field, or a trait under its own name or `traits.<name>`.
 * Null clears it. The caller holds the contact.
 * @returns `field:<name>` when it changed
 * @throws AppError invalid for a value the field cannot hold, or a field that is computed
 */
export async function setContactField(
  tx: Tx,
  contactId: string,
  field: string,
  value: string | number | boolean | null,
  now: Date,
): Promise<string[]> {
  if (isProfileField(field)) {
    const known = readProfileField(field, value)
    if (known === undefined)
      throw new AppError('invalid', `“${value}” cannot be the ${field} of a customer.`, { field })
    return writeProfile(tx, contactId, { profile: { [field]: known }, traits: {} }, now)
  }
  const known = builtIn(field)
  if (known && !known.isDeclared)
    throw new AppError('invalid', `The field ${field} is computed; it cannot be set.`, { field })
  const name = field.replace(/^traits\./, '')
  if (name === '') throw new AppError('invalid', 'Say which field to set.', { field })
  return writeProfile(tx, contactId, { profile: {}, traits: { [name]: value } }, now)
}
