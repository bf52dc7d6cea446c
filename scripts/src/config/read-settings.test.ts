import { expect, test } from 'vitest'
import { readSettings } from './read-settings'

test('an empty environment starts everything on this machine', () => {
  expect(readSettings({ DATABASE_URL: ' ' }, '/checkout')).toEqual({
    port: 3000,
    dataDir: '/checkout/.relance',
  })
})

test('what the operator sets is taken as it is', () => {
  const env = {
    PORT: '4000',
    RELANCE_DATA_DIR: '/var/lib/relance',
    RELANCE_URL: 'https://relance.example.com',
    DATABASE_URL: 'postgres://a:b@db:5432/relance',
    TEMPORAL_ADDRESS: 'temporal:7233',
    SMTP_URL: 'smtp://mail:587',
  }
  expect(readSettings(env, '/checkout')).toEqual({
    port: 4000,
    dataDir: '/var/lib/relance',
    publicUrl: 'https://relance.example.com',
    databaseUrl: 'postgres://a:b@db:5432/relance',
    temporalAddress: 'temporal:7233',
    smtpUrl: 'smtp://mail:587',
  })
})

test.each([
  ['PORT', 'three'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://db/relance'],
  ['DATABASE_URL', 'localhost'],
  ['TEMPORAL_ADDRESS', 'http://temporal:7233'],
  ['SMTP_URL', 'mail.example.com'],
  ['RELANCE_URL', 'relance.example.com'],
])('a wrong %s (%s) is named in the one line of the error', (name, value) => {
  expect(() => readSettings({ [name]: value }, '/checkout')).toThrow(new RegExp(`^${name} .+\\.$`))
})
