import { expect, test } from 'vitest'
import { visitorCookie } from './visitor-cookie'

/** A page that remembers each cookie as it was written, and says its name and value as browsers do. */
function fakePage() {
  const written: string[] = []
  const jar = new Map<string, string>([['other', '1']])
  return {
    written,
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(line: string) {
      written.push(line)
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (line.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    },
  }
}

test('the cookie is the site’s own, lasts 13 months, and is not prolonged by being read', () => {
  const page = fakePage()
  const cookie = visitorCookie(page, { isSecure: true, newId: () => 'abc' })
  expect(cookie.read()).toBeNull()
  expect([cookie.keep(), cookie.keep(), cookie.read()]).toEqual(['abc', 'abc', 'abc'])
  expect(page.written).toEqual(['relance_id=abc; Max-Age=34128000; Path=/; SameSite=Lax; Secure'])
})

test('it is forgotten where it was kept', () => {
  const page = fakePage()
  const cookie = visitorCookie(page, {
    domain: 'shop.example',
    isSecure: false,
    newId: () => 'abc',
  })
  cookie.keep()
  cookie.forget()
  expect(cookie.read()).toBeNull()
  expect(page.written.at(-1)).toBe(
    'relance_id=; Max-Age=0; Path=/; SameSite=Lax; Domain=shop.example',
  )
})
