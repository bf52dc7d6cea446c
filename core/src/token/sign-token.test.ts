import { expect, test } from 'vitest'
import { peekToken, readToken, signToken } from './sign-token'
import { trackingUrls } from './tracking-urls'

const secret = new Uint8Array(32).fill(7)
const ids = {
  workspaceId: '01980000-0000-7000-8000-000000000001',
  messageId: '01980000-0000-7000-8000-000000000002',
}
const payload = {
  w: ids.workspaceId,
  m: ids.messageId,
  k: 'r' as const,
  u: 'https://shop.example/a?b=é',
}

test('a token is read back by the secret that signed it', () => {
  expect(readToken(secret, signToken(secret, payload))).toEqual(payload)
})

test('a link says which of several to one address it is, unless it is the first', () => {
  const { click } = trackingUrls('https://relance.example', secret, ids)
  const said = (url: string) => readToken(secret, url.split('/r/')[1] ?? '')
  expect(said(click('https://shop.example/', 3))).toMatchObject({
    u: 'https://shop.example/',
    n: 3,
  })
  expect(click('https://shop.example/', 1)).toBe(click('https://shop.example/'))
  expect(click('mailto:me@shop.example', 2)).toBe('mailto:me@shop.example')
})

test('another secret, a changed letter or nonsense reads as nothing', () => {
  const token = signToken(secret, payload)
  expect(readToken(new Uint8Array(32).fill(8), token)).toBeNull()
  expect(readToken(secret, `f${token.slice(1)}`)).toBeNull()
  expect(readToken(secret, `${token}.x`)).toBeNull()
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    if (!token.endsWith(last)) expect(readToken(secret, token.slice(0, -1) + last)).toBeNull()
  }
  expect(readToken(secret, 'hello')).toBeNull()
  expect(peekToken('hello')).toBeNull()
})

test('links of a message are signed; a mailto is left as it is', () => {
  const urls = trackingUrls('https://r.example/', secret, ids)
  const token = urls.click('https://shop.example/cart').split('/r/')[1] ?? ''
  expect(readToken(secret, token)).toMatchObject({ k: 'r', u: 'https://shop.example/cart' })
  expect(urls.open).toMatch(/^https:\/\/r\.example\/o\/[\w-]+\.[\w-]+\.gif$/)
  expect(urls.click('mailto:a@b.example')).toBe('mailto:a@b.example')
})
