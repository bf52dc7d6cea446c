import type { EventWarning } from '@relance/core/event/event'
import { isKnownZone } from '@relance/core/time/local-time'
import { z } from 'zod'

/** The columns of a contact that a sender may fill. Null clears one. */
export interface Profile {
  email: string | null
  phone: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  timeZone: string | null
  /** YYYY-MM-DD */
  birthday: string | null
}
export type ProfileField = keyof Profile

export interface ConsentChoice {
  channel: string
  state: 'given' | 'refused'
}

/** Traits as Relance understands them. */
export interface ReadTraits {
  profile: Partial<Profile>
  /** Everything that is no field of ours, as it was sent. */
  traits: Record<string, unknown>
  consents: ConsentChoice[]
  createdAt: Date | null
  warnings: EventWarning[]
}

/** Under which names senders give our fields: Segment's, and the same in snake_case. */
const names: Record<string, ProfileField> = {
  email: 'email',
  phone: 'phone',
  firstName: 'firstName',
  first_name: 'firstName',
  firstname: 'firstName',
  lastName: 'lastName',
  last_name: 'lastName',
  lastname: 'lastName',
  locale: 'locale',
  language: 'locale',
  timezone: 'timeZone',
  timeZone: 'timeZone',
  time_zone: 'timeZone',
  birthday: 'birthday',
}

const MAX_TEXT_LENGTH = 255
const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim().max(MAX_TEXT_LENGTH))
const date = z.iso
  .datetime({ offset: true, local: true })
  .or(z.iso.date())
  .transform((value) => value.slice(0, 10))

/** What each field must be; anything else is dropped with the warning beside it. */
const fields: Record<ProfileField, { shape: z.ZodType<string>; code: string }> = {
  email: { shape: text.pipe(z.email().max(254)), code: 'invalid-email' },
  phone: { shape: text, code: 'invalid-phone' },
  firstName: { shape: text, code: 'invalid-text' },
  lastName: { shape: text, code: 'invalid-text' },
  locale: {
    shape: text.pipe(z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)),
    code: 'invalid-locale',
  },
  timeZone: { shape: text.refine(isKnownZone), code: 'unknown-time-zone' },
  birthday: { shape: date, code: 'invalid-date' },
}

const created = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform((value) => new Date(value))
const choice = z.union([
  z.boolean().transform((given): ConsentChoice['state'] => (given ? 'given' : 'refused')),
  z.enum(['given', 'refused']),
])

/** Reads traits: our fields checked, consents apart, the rest untouched. Bad values are dropped with a warning. */
export function readTraits(sent: Record<string, unknown>): ReadTraits {
  const read: ReadTraits = { profile: {}, traits: {}, consents: [], createdAt: null, warnings: [] }
  for (const [key, value] of Object.entries(sent)) {
    const field = Object.hasOwn(names, key) ? names[key] : undefined
    if (field) readField(read, field, key, value)
    else if (key === 'consent') readConsents(read, value)
    else if (key === 'createdAt' || key === 'created_at') readCreated(read, key, value)
    else read.traits[key] = value
  }
  return read
}

/** A value of one of our fields, checked. Null stays null (it clears); undefined: not acceptable. */
export function readProfileField(field: ProfileField, value: unknown): string | null | undefined {
  if (value === null || value === '') return null
  return fields[field].shape.safeParse(value).data
}

export const isProfileField = (name: string): name is ProfileField => Object.hasOwn(fields, name)

function readField(read: ReadTraits, field: ProfileField, key: string, value: unknown) {
  const known = readProfileField(field, value)
  if (known === undefined) read.warnings.push({ code: fields[field].code, field: `traits.${key}` })
  else read.profile[field] = known
}

function readConsents(read: ReadTraits, value: unknown) {
  const sent = z.record(z.string().min(1).max(40), z.unknown()).safeParse(value).data
  if (!sent) read.warnings.push({ code: 'invalid-consent', field: 'traits.consent' })
  for (const [channel, said] of Object.entries(sent ?? {})) {
    const state = choice.safeParse(said).data
    if (state) read.consents.push({ channel, state })
    else read.warnings.push({ code: 'invalid-consent', field: `traits.consent.${channel}` })
  }
}

function readCreated(read: ReadTraits, key: string, value: unknown) {
  const at = created.safeParse(value).data
  if (at && at.getTime() >= 0) read.createdAt = at
  else read.warnings.push({ code: 'invalid-date', field: `traits.${key}` })
}
