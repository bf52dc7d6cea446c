import type { WorkspaceClock } from '../clock/workspace-clock'
import { type ConsentChoice, type Profile, readProfileField } from '../contact/read-traits'
import type { ContactToKeep } from '../contact/upsert-contacts'
import { CellError, type Cells, dateCell } from './cell'
import type { RefusalCode } from './refusal-words'

const GIVEN = new Set([
  '1',
  'yes',
  'y',
  'true',
  'oui',
  'o',
  'vrai',
  'given',
  'x',
  'subscribed',
  'abonné',
])
const REFUSED = new Set([
  '0',
  'no',
  'n',
  'false',
  'non',
  'faux',
  'refused',
  'unsubscribed',
  'désabonné',
])
const MAX_ID_LENGTH = 255

const bad: Partial<Record<keyof Profile, RefusalCode>> = {
  email: 'invalid-email',
  timeZone: 'unknown-time-zone',
}

/** One line of a file of contacts. Throws CellError for a value that cannot be taken. */
export function readContactRecord(
  cells: Cells,
  clock: Pick<WorkspaceClock, 'timeZone' | 'now'>,
): ContactToKeep {
  const externalId = cells.get('externalId') ?? null
  if (externalId && externalId.length > MAX_ID_LENGTH)
    throw new CellError('invalid-value', 'externalId', externalId)
  const profile = readProfile(cells)
  if (!externalId && !profile.email) throw new CellError('missing-person', null, '')
  const createdAt = dateCell(cells, 'createdAt', clock.timeZone)
  if (createdAt && createdAt > clock.now)
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
  const born = dateCell(cells, 'birthday', 'UTC')
  if (born) profile.birthday = born.toISOString().slice(0, 10)
  return profile
}

function readConsents(cells: Cells): ConsentChoice[] {
  return [...cells].flatMap(([field, value]) => {
    if (!field.startsWith('consent.')) return []
    const said = value.toLowerCase()
    const state = GIVEN.has(said) ? 'given' : REFUSED.has(said) ? 'refused' : null
    if (!state) throw new CellError('invalid-consent', field, value)
    return [{ channel: field.slice('consent.'.length), state } as const]
  })
}
