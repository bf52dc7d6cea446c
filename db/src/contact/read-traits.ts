import { readTraits as readSentTraits } from '@relance/core/contact/read-traits'
import type { EventWarning } from '@relance/core/event/event'
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
  /** The words the person agreed to, or their version. */
  wording?: string | null
}

/** Traits as the contact's tables take them. */
export interface ReadTraits {
  profile: Partial<Profile>
  /** Everything that is no field of ours, as it was sent. */
  traits: Record<string, unknown>
  consents: ConsentChoice[]
  /** Since when the client has known the person. */
  createdAt: Date | null
  warnings: EventWarning[]
}

const created = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform((value) => new Date(value))

/** Reads traits: our fields checked, consents and creation apart, the rest untouched; bad values leave a warning. */
export function readTraits(sent: Record<string, unknown>): ReadTraits {
  const { profile, consent, rest, warnings } = readSentTraits(sent)
  const consents = Object.entries(consent).map(
    ([channel, { given, wording }]): ConsentChoice => ({
      ...{ channel, wording },
      state: given ? 'given' : 'refused',
    }),
  )
  const { createdAt, created_at, ...traits } = rest
  const said = createdAt ?? created_at
  const at = created.safeParse(said).data
  const isPossible = at !== undefined && at.getTime() >= 0
  if (said !== undefined && said !== null && !isPossible) {
    warnings.push({ code: 'created-at-invalid', field: 'createdAt' })
  }
  return { profile, traits, consents, createdAt: isPossible ? at : null, warnings }
}

const profileFields: ReadonlySet<string> = new Set<ProfileField>([
  'email',
  'phone',
  'firstName',
  'lastName',
  'locale',
  'timeZone',
  'birthday',
])

export const isProfileField = (name: string): name is ProfileField => profileFields.has(name)

/** A value of one of our fields, checked. Null clears it; undefined: not acceptable. */
export const readProfileField = (field: ProfileField, value: unknown): string | null | undefined =>
  value === null || value === '' ? null : readSentTraits({ [field]: value }).profile[field]
