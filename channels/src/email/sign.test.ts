import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmtpSink, startSmtpSink } from '../testing/smtp-sink'
import { deliverEmail } from './deliver'
import { closeEmailTransports, emailTransport } from './transport'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const publicKey = createPublicKey(privateKey)
  .export({ type: 'spki', format: 'der' })
  .toString('base64')

let sink: SmtpSink
beforeAll(async () => {
  sink = await startSmtpSink()
})
afterAll(async () => {
  closeEmailTransports()
  await sink.close()
})

test('a signed mail is verified by the key that its domain names, and not once it was changed', async () => {
  await deliverEmail(emailTransport(sink.url), {
    messageId: '<1@shop.example>',
    from: { name: 'L’été', address: 'hello@shop.example' },
    to: { address: 'ada@customers.example' },
    subject: 'C’est l’été',
    html: '<p>Déjà l’été\u202f: voyez.</p>',
    text: 'Déjà l’été\u202f: voyez.',
    unsubscribeUrl: 'https://r.example/u/1',
    signature: { domain: 'shop.example', selector: 'relance', privateKey },
  })
  const names = new Set<string>()
  const resolver = async (name: string) => {
    names.add(name)
    return [[`v=DKIM1; k=rsa; p=${publicKey}`]]
  }
  const verdict = async (text: string) =>
    (await dkimVerify(text, { resolver })).results[0]?.status.result
  const [mail = ''] = sink.taken
  expect(await verdict(mail)).toBe('pass')
  expect([...names]).toEqual(['relance._domainkey.shop.example'])
  expect(await verdict(mail.replace('voyez', 'venez'))).not.toBe('pass')
})
