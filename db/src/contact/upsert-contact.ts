import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { EVERYTHING } from '../segment/live-segments'
import { checkLater } from '../segment/member-checks'
import { readTraits } from './read-traits'
import { type KeptContact, upsertContacts } from './upsert-contacts'

/**
 * Makes a contact, or completes the one of that externalId (without one: of that email).
 * @param said `externalId` and what an identify would call traits: `email`, `firstName`, `consent` …
 * @throws AppError invalid with the field, when a value cannot be taken or nobody is named
 */
export async function upsertContact(
  scope: Scope | Tx,
  { externalId, ...said }: { externalId?: string | null } & Record<string, unknown>,
  { source = 'api' } = {},
): Promise<KeptContact> {
  const { traits: nested, ...top } = said
  const custom = typeof nested === 'object' && nested !== null ? nested : {}
  const { warnings, ...contact } = readTraits({ ...custom, ...top })
  const [bad] = warnings
  const field = bad?.field
  if (bad)
    throw new AppError('invalid', `The value of ${field} cannot be taken.`, {
      field,
      reason: bad.code,
    })
  if (!externalId && !contact.profile.email)
    throw new AppError('invalid', 'Give an externalId or an email.', { field: 'externalId' })
  return inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    const [kept] = await upsertContacts(tx, [{ ...contact, externalId: externalId || null }], {
      source,
      now,
    })
    if (!kept) throw new AppError('internal', 'The customer was not kept.')
    await checkLater(tx, [kept.id], [EVERYTHING])
    return kept
  })
}
