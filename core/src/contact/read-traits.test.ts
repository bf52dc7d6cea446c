import { describe, expect, test } from 'vitest'
import { readTraits } from './read-traits'

test('sorts traits into profile, consent and the client’s own', () => {
  const traits = {
    email: ' Claire@Example.com ',
    first_name: 'Claire',
    lastName: 'Duchemin',
    locale: 'fr_FR',
    timezone: 'Europe/Paris',
    birthday: '1980-05-12T00:00:00Z',
    consent: { email: true, sms: false },
    plan: 'gold',
    address: { city: 'Lyon' },
  }
  expect(readTraits(traits)).toEqual({
    profile: {
      email: 'Claire@Example.com',
      firstName: 'Claire',
      lastName: 'Duchemin',
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
      birthday: '1980-05-12',
    },
    consent: {
      email: { given: true, wording: null },
      sms: { given: false, wording: null },
    },
    rest: { plan: 'gold', address: { city: 'Lyon' } },
    warnings: [],
  })
})

describe('what is not valid is dropped with a warning', () => {
  test.each([
    [{ email: 'claire@' }, 'email-invalid', 'email'],
    [{ email: ['a@b.fr'] }, 'email-invalid', 'email'],
    [{ timezone: 'Mars/Base' }, 'time-zone-unknown', 'timezone'],
    [{ locale: '??' }, 'locale-unknown', 'locale'],
    [{ birthday: 'May' }, 'birthday-invalid', 'birthday'],
    [{ phone: 'none' }, 'phone-invalid', 'phone'],
    [{ consent: 'yes' }, 'consent-invalid', 'consent'],
    [{ consent: { email: 'yes' } }, 'consent-invalid', 'consent.email'],
    [{ email: '"jean dupont"@example.com' }, 'email-invalid', 'email'],
  ])('%j', (traits, code, field) => {
    const { profile, consent, warnings } = readTraits({ ...traits, firstName: 'Claire' })
    expect(profile).toEqual({ firstName: 'Claire' })
    expect(consent).toEqual({})
    expect(warnings).toEqual([{ code, field }])
  })
})

test('nothing is not a value', () => {
  expect(readTraits({ email: null, firstName: '', phone: undefined })).toMatchObject({
    profile: {},
    warnings: [],
  })
})

test('a full name is parted where first and last are not given apart', () => {
  expect(readTraits({ name: 'Claire du Chemin' }).profile).toEqual({
    firstName: 'Claire',
    lastName: 'du Chemin',
  })
  expect(readTraits({ name: 'Claire du Chemin', lastName: 'Duchemin' }).profile).toEqual({
    lastName: 'Duchemin',
  })
})
