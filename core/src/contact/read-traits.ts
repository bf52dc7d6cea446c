import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { EventWarning } from '../event/event'
import { isKnownZone } from '../time/known-zone'

/** What traits say of the profile; a field that is not there is not touched. */
export interface Profile {
  email?: string
  phone?: string
  firstName?: string
  lastName?: string
  locale?: string
  /** IANA name. */
  timeZone?: string
  /** ISO date. */
  birthday?: string
}

/** What somebody says of one channel: yes or no, and to which words or to which version of them. */
export interface ConsentSaid {
  given: boolean
  wording: string | null
}

/** Traits, sorted into what we know and what is the client's own. */
export interface ReadTraits {
  profile: Profile
  consent: Record<string, ConsentSaid>
  /** All other traits, as they were sent. */
  rest: Record<string, unknown>
  /** What could not be taken, by trait. */
  warnings: EventWarning[]
}

const channel = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** `true`, or `{ given: true, wording: 'newsletter, May 2026' }`. */
const consentSaid = z.union([
  z.boolean().transform((given): ConsentSaid => ({ given, wording: null })),
  z.object({
    given: z.boolean(),
    wording: z.string().trim().min(1).max(1000).nullable().default(null),
  }),
])

/** Every name a profile field comes under, in Segment's spec and in common use. */
const aliases = {
  email: ['email'],
  phone: ['phone'],
  firstName: ['firstName', 'first_name', 'firstname'],
  lastName: ['lastName', 'last_name', 'lastname'],
  locale: ['locale', 'language'],
  timeZone: ['timezone', 'timeZone', 'time_zone'],
  birthday: ['birthday', 'birthdate', 'birth_date', 'dateOfBirth'],
} satisfies Record<keyof Profile, string[]>

const known: ReadonlyMap<string, keyof Profile> = new Map(
  Object.entries(aliases).flatMap(([field, names]) =>
    names.map((name) => [name, fieldNamed(field)] as const),
  ),
)

function fieldNamed(name: string): keyof Profile {
  return z
    .enum(['email', 'phone', 'firstName', 'lastName', 'locale', 'timeZone', 'birthday'])
    .parse(name)
}

const readers: Record<keyof Profile, { read(text: string): string | null; warning: string }> = {
  email: { read: readEmail, warning: 'email-invalid' },
  phone: { read: (text) => (/\d/.test(text) ? text : null), warning: 'phone-invalid' },
  firstName: { read: (text) => text, warning: 'first-name-invalid' },
  lastName: { read: (text) => text, warning: 'last-name-invalid' },
  locale: { read: readLocale, warning: 'locale-unknown' },
  timeZone: { read: (text) => (isKnownZone(text) ? text : null), warning: 'time-zone-unknown' },
  birthday: { read: readDate, warning: 'birthday-invalid' },
}

/** Sorts traits. What is not valid is dropped with a warning; the rest is always taken. */
export function readTraits(traits: Readonly<Record<string, unknown>>): ReadTraits {
  const result: ReadTraits = { profile: {}, consent: {}, rest: {}, warnings: [] }
  for (const [name, value] of Object.entries(traits)) {
    const field = known.get(name)
    if (field) takeField(result, field, name, value)
    else if (name === 'consent') takeConsent(result, value)
    else if (name === 'name') takeName(result, traits, value)
    else result.rest[name] = value
  }
  return result
}

function takeField(
  { profile, warnings }: ReadTraits,
  field: keyof Profile,
  name: string,
  value: unknown,
): void {
  if (value === null || value === undefined || value === '') return
  const { read, warning } = readers[field]
  const text = typeof value === 'number' ? String(value) : value
  const taken = typeof text === 'string' ? read(text.trim()) : null
  if (taken) profile[field] ??= taken
  else warnings.push({ code: warning, field: name })
}

/** A full name alone is parted at its first space; it never goes over names given apart. */
function takeName(
  result: ReadTraits,
  traits: Readonly<Record<string, unknown>>,
  value: unknown,
): void {
  result.rest.name = value
  const isApart = [...aliases.firstName, ...aliases.lastName].some((name) =>
    Object.hasOwn(traits, name),
  )
  if (typeof value !== 'string' || isApart) return
  const [first, ...last] = value.trim().split(/\s+/)
  if (first) result.profile.firstName = first
  if (last.length > 0) result.profile.lastName = last.join(' ')
}

function takeConsent({ consent, warnings }: ReadTraits, value: unknown): void {
  const read = z.record(z.string(), z.unknown()).safeParse(value)
  if (!read.success) {
    warnings.push({ code: 'consent-invalid', field: 'consent' })
    return
  }
  for (const [name, state] of Object.entries(read.data)) {
    const said = consentSaid.safeParse(state).data
    if (channel.safeParse(name).success && said) consent[name] = said
    else warnings.push({ code: 'consent-invalid', field: `consent.${name}` })
  }
}

function readEmail(text: string): string | null {
  return text.length <= 254 && z.email({ pattern: z.regexes.unicodeEmail }).safeParse(text).success
    ? text
    : null
}

function readLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readDate(text: string): string | null {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10)).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
