import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app'
import { buildSiteScript } from './build-site-script'

const MOST_BYTES = 6 * 1024

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('the script weighs 6 KB at most, as a browser fetches it', async () => {
  const { text } = await buildSiteScript()
  expect(gzipSync(text).length).toBeLessThanOrEqual(MOST_BYTES)
})

test('it is asked about again, and not sent twice', async () => {
  const first = await t.app.request('/relance.js')
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toContain('text/javascript')
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const again = await t.app.request('/relance.js', { headers })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('under the name of its text it is kept for a year; a name of the past leads to today’s', async () => {
  const { text, hash } = await buildSiteScript()
  const named = await t.app.request(`/relance-${hash}.js`)
  expect(await named.text()).toBe(text)
  expect(named.headers.get('cache-control')).toContain('immutable')
  const past = await t.app.request('/relance-0123456789ab.js')
  expect([past.status, past.headers.get('location')]).toEqual([302, '/relance.js'])
})
