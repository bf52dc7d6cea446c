import { expect, test } from 'vitest'
import { isProgram } from './is-program'

const by = (agent: string, more: Record<string, string> = {}) =>
  isProgram(new Headers({ 'user-agent': agent, ...more }))

test.each([
  'Mozilla/5.0',
  'BarracudaCentral/1.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Windows NT 10.0) BingPreview/1.0b',
  'Microsoft Office Existence Discovery',
  'facebookexternalhit/1.1',
  'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36',
])('%s is a program', (agent) => {
  expect(by(agent)).toBe(true)
})

test.each([
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15; CUBOT X70) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile',
  'curl/8.5.0',
  'node',
  '',
])('“%s” is taken for a person', (agent) => {
  expect(by(agent)).toBe(false)
})

test('whatever says that it only fetches ahead is a program', () => {
  const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0'
  expect(by(agent, { 'sec-purpose': 'prefetch;prerender' })).toBe(true)
  expect(by(agent, { 'x-purpose': 'preview' })).toBe(true)
})
