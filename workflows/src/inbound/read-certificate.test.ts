import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localhostCertificate } from '@relance/core/testing/localhost-certificate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCertificate } from './read-certificate'

let folder: string
let key: string
let cert: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-certificate-'))
  key = join(folder, 'key.pem')
  cert = join(folder, 'cert.pem')
  await writeFile(key, localhostCertificate.key)
  await writeFile(cert, localhostCertificate.cert)
})
afterAll(() => rm(folder, { recursive: true }))

const read = (keyFile?: string, certFile?: string) =>
  readCertificate({ RELANCE_SMTP_IN_KEY: keyFile, RELANCE_SMTP_IN_CERT: certFile })

test('both files are read; where none is named there is nothing to encrypt with', async () => {
  expect(await read(key, cert)).toEqual(localhostCertificate)
  expect(await read()).toBeUndefined()
})

test('what cannot be read, or is no certificate, stops the start and names the variable', async () => {
  await expect(read(join(folder, 'none.pem'), cert)).rejects.toThrow(/^RELANCE_SMTP_IN_KEY does/)
  await expect(read(key, key)).rejects.toThrow(/^RELANCE_SMTP_IN_CERT does not work: .+\.$/)
})
