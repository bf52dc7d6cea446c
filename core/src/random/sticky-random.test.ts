import { expect, test } from 'vitest'
import { stickyRandom } from './sticky-random'

test('is the start of a SHA-256, so any language can check it', () => {
  // sha256("abc") = ba7816bf…
  expect(stickyRandom('abc')).toBe(0xba7816bf / 2 ** 32)
  // sha256("é") = 4a99557e…
  expect(stickyRandom('é')).toBe(0x4a99557e / 2 ** 32)
})

test('shares people out evenly', () => {
  const below = Array.from({ length: 10_000 }, (_, at) => stickyRandom(`contact-${at}`)).filter(
    (draw) => draw < 0.1,
  )
  expect(below.length).toBeGreaterThan(900)
  expect(below.length).toBeLessThan(1100)
})
