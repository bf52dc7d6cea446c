import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporalAccess } from './connection-options'

const folder = await mkdtemp(join(tmpdir(), 'relance-certificate-'))
afterAll(() => rm(folder, { recursive: true }))

test('nothing set: no TLS, no key', () => {
  expect(
    temporalAccess({ TEMPORAL_ADDRESS: 'localhost:7233', TEMPORAL_API_KEY: '' }),
  ).toMatchObject({
    tls: undefined,
    apiKey: undefined,
  })
})

test('an API key goes with TLS unless that is switched off', () => {
  expect(temporalAccess({ TEMPORAL_API_KEY: 'k' })).toMatchObject({ tls: true, apiKey: 'k' })
  expect(temporalAccess({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' }).tls).toBeFalsy()
})

test('a client’s certificate is read from the files that are named', async () => {
  const [certificate, key] = [join(folder, 'client.pem'), join(folder, 'client.key')]
  await writeFile(certificate, 'CERT')
  await writeFile(key, 'KEY')
  const { tls } = temporalAccess({
    TEMPORAL_TLS_CLIENT_CERT_PATH: certificate,
    TEMPORAL_TLS_CLIENT_KEY_PATH: key,
    TEMPORAL_TLS_SERVER_NAME: 'temporal.example.com',
  })
  expect(tls).toMatchObject({
    serverNameOverride: 'temporal.example.com',
    clientCertPair: { crt: new TextEncoder().encode('CERT'), key: new TextEncoder().encode('KEY') },
  })
})
