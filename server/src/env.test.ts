import { expect, test } from 'vitest'
import { readEnv } from './env'

const DATABASE_URL = 'postgres://localhost/relance'

test('what is not set has its default, and the address follows the port', () => {
  expect(readEnv({ DATABASE_URL, PORT: '4000', SMTP_URL: '' })).toMatchObject({
    PORT: 4000,
    RELANCE_URL: 'http://localhost:4000',
  })
})

test('a wrong variable is named with the reason', () => {
  expect(() => readEnv({})).toThrow('DATABASE_URL is not set.')
  expect(() => readEnv({ DATABASE_URL: 'mysql://x/y' })).toThrow(
    'DATABASE_URL must be a postgres:// address.',
  )
  expect(() => readEnv({ DATABASE_URL, TEMPORAL_ADDRESS: 'somewhere' })).toThrow(
    'TEMPORAL_ADDRESS must look like',
  )
})
