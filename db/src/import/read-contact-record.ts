import { parseInstant } from '@relance/core/time/parse-instant'
import { type ConsentChoice, type Profile, readProfileField } from '../contact/read-traits'
import type { ContactToKeep } from '../contact/upsert-contacts'
import { CellError, type Cells, dateCell } from './cell'
import { readYesNo } from './read-yes-no'
import type { Reading } from './reading'
import type { RefusalCode } from './refusal-words'

const GIVEN = new Set(['given', 'subscribed', 'abonné'])
const REFUSED = new Set(['refused', 'unsubscribed', 'désabonné'])
const MAX_ID_LENGTH = 255
const utc = (text: string) => parseInstant(text, 'UTC')

const bad: Partial<Record<keyof Profile, RefusalCode>> = {
  email: 'invalid-email',
  timeZone: 'unknown-time-zone',
}

/** One line of a file of contacts. Throws CellError for a value that cannot be taken. */
export function readContactRecord(cells: Cells, { instantOf, now }: Reading): ContactToKeep {
  const externalId = cells.get('externalId') ?? null
  if (externalId && externalId.length > MAX_ID_LENGTH)
    throw new CellError('invalid-value', 'externalId', externalId)
  const profile = readProfile(cells)
  if (!externalId && !profile.email) throw new CellError('missing-person', null, '')
  const createdAt = dateCell(cells, 'createdAt', instantOf)
  if (createdAt && createdAt > now)
    throw new CellError('future-date', 'createdAt', cells.get('createdAt') ?? '')
  const traits = [...cells]
    .filter(([field]) => field.startsWith('traits.'))
    .map(([field, value]) => [field.slice(7), value])
  return {
    externalId,
    profile,
    traits: Object.fromEntries(traits),
    consents: readConsents(cells),
    createdAt,
  }
}

function readProfile(cells: Cells): Partial<Profile> {
  const profile: Partial<Profile> = {}
  for (const field of ['email', 'phone', 'firstName', 'lastName', 'locale', 'timeZone'] as const) {
    const value = cells.get(field)
    if (value === undefined) continue
    const read = readProfileField(field, value)
    if (read === undefined) throw new CellError(bad[field] ?? 'invalid-value', field, value)
    profile[field] = read
  }
  const born = dateCell(cells, 'birthday', utc)
  if (born) profile.birthday = born.toISOString().slice(0, 10)
  return profile
}

function readConsents(cells: Cells): ConsentChoice[] {
  return [...cells].flatMap(([field, value]) => {
    if (!field.startsWith('consent.')) return []
    const said = value.toLowerCase()
    const isYes = GIVEN.has(said) || (REFUSED.has(said) ? false : readYesNo(said))
    const state = isYes ? 'given' : 'refused'
    if (isYes === null) throw new CellError('invalid-consent', field, value)
    return [{ channel: field.slice('consent.'.length), state } as const]
  })
}
