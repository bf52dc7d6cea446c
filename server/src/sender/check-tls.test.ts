import type { AddressInfo } from 'node:net'
import { localhostCertificate } from '@relance/core/testing/localhost-certificate'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { checkTls, isThisMachine } from './check-tls'

const servers: SMTPServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(options: SMTPServerOptions, scheme = 'smtp'): Promise<string> {
  const server = new SMTPServer({ ...localhostCertificate, closeTimeout: 100, ...options })
  server.on('error', () => undefined) // clients that break off are part of the tests
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return `${scheme}://localhost:${(server.server.address() as AddressInfo).port}`
}

const { cert } = localhostCertificate

test('STARTTLS with a certificate that is valid for the name is in order, also where a password is asked', async () => {
  expect(await checkTls(await listen({ authOptional: true }), cert)).toMatchObject({ state: 'ok' })
  expect(await checkTls(await listen({}), cert)).toMatchObject({ state: 'ok' })
  const secure = await listen({ secure: true }, 'smtps')
  expect(await checkTls(secure, cert)).toEqual({ host: 'localhost', state: 'ok', found: null })
})

test('a certificate nobody vouches for is wrong, and says why', async () => {
  expect(await checkTls(await listen({ authOptional: true }))).toMatchObject({
    ...{ state: 'wrong', found: expect.stringMatching(/self.signed/i) },
  })
})

test('a server that offers no encryption, and one that is not there, are told apart', async () => {
  const plain = await listen({ disabledCommands: ['STARTTLS'], authOptional: true })
  expect(await checkTls(plain)).toMatchObject({ state: 'missing' })
  const gone = await listen({})
  await new Promise<void>((resolve) => servers.pop()?.close(() => resolve()))
  expect(await checkTls(gone)).toMatchObject({ state: 'away' })
})

test('only loopback is this machine', () => {
  const local = ['localhost', '127.0.0.1', '[::1]', 'smtp.shop.example', '10.0.0.1'].filter(
    isThisMachine,
  )
  expect(local).toEqual(['localhost', '127.0.0.1', '[::1]'])
})
