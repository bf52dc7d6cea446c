import { expect, test } from 'vitest'
import { readEnv } from './env'

const whole = {
  DATABASE_URL: 'postgres://owner@db.example/relance',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  SMTP_URL: 'smtp://mail.example',
}

test.each([
  [{ DATABASE_URL: '' }, 'DATABASE_URL is not set.'],
  [{ TEMPORAL_ADDRESS: undefined }, 'TEMPORAL_ADDRESS is not set.'],
  [{ RELANCE_SMTP_IN_PORT: '25' }, 'RELANCE_BOUNCE_DOMAIN is not set.'],
  [{ RELANCE_IMAP_URL: 'imaps://a:b@mail.example/INBOX' }, 'RELANCE_BOUNCE_DOMAIN is not set.'],
  [
    { RELANCE_IMAP_URL: 'https://mail.example' },
    'RELANCE_IMAP_URL is wrong: it must look like imaps://user:password@host/INBOX.',
  ],
  [{ RELANCE_BOUNCE_DOMAIN: 'me@shop.example' }, /^RELANCE_BOUNCE_DOMAIN is wrong: .+\.$/],
  [
    { RELANCE_BOUNCE_DOMAIN: 'mail.shop.example', RELANCE_SMTP_IN_CERT: '/cert.pem' },
    'RELANCE_SMTP_IN_KEY is not set.',
  ],
  [
    { RELANCE_BOUNCE_DOMAIN: 'mail.shop.example', RELANCE_SMTP_IN_KEY: '/key.pem' },
    'RELANCE_SMTP_IN_CERT is not set.',
  ],
  [{ METRICS_PORT: 'many' }, /^METRICS_PORT is wrong: .+\.$/],
])('a worker says in one line which variable is missing or wrong: %j', (change, words) => {
  expect(() => readEnv({ ...whole, ...change })).toThrow(words)
})

test('what is not set has its usual value', () => {
  expect(readEnv(whole)).toMatchObject({ RELANCE_CACHED_RUNS: 1000, TEMPORAL_NAMESPACE: 'default' })
})
