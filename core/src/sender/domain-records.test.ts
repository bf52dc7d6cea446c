import { expect, test } from 'vitest'
import { judgeDkim, judgeDmarc, judgeReturnPath, judgeSpf } from './domain-records'

const spf = (...texts: string[]) => judgeSpf('shop.example', texts, 'mx.shop.example').state

test('one list of who may send is needed, and it may not be everybody', () => {
  expect(spf()).toBe('missing')
  expect(spf('google-site-verification=x')).toBe('missing')
  expect(spf('v=spf1 include:mail.example ~all')).toBe('ok')
  expect(spf('v=spf1 a -all', 'v=spf1 mx -all')).toBe('wrong')
  expect(spf('v=spf1 a +all')).toBe('wrong')
  expect(spf('v=spf1 a all')).toBe('wrong')
})

test('the key must be ours, however it is spaced', () => {
  const dkim = (...texts: string[]) => judgeDkim('shop.example', texts, 'MIIBabc==').state
  expect(dkim()).toBe('missing')
  expect(dkim('v=DKIM1; k=rsa; p=MIIB abc==')).toBe('ok')
  expect(dkim('v=DKIM1; k=rsa; p=other')).toBe('wrong')
  expect(judgeDkim('shop.example', [], 'MIIBabc==')).toMatchObject({
    host: 'relance._domainkey.shop.example',
    expected: 'v=DKIM1; k=rsa; p=MIIBabc==',
  })
})

test('a policy must be said, once', () => {
  const dmarc = (...texts: string[]) => judgeDmarc('shop.example', texts).state
  expect(dmarc()).toBe('missing')
  expect(dmarc('v=DMARC1; p=none')).toBe('ok')
  expect(dmarc('v=DMARC1; rua=mailto:a@shop.example')).toBe('wrong')
  expect(dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject')).toBe('wrong')
})

test('mail that comes back needs a server to come to', () => {
  expect(judgeReturnPath('bounce.example', [], 'app.example').state).toBe('missing')
  expect(judgeReturnPath('bounce.example', ['app.example'], 'app.example').state).toBe('ok')
})
