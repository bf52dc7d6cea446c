import { expect, test } from 'vitest'
import { formatElapsed } from './format-elapsed'

const since = (from: string, to: string) =>
  formatElapsed(new Date(from), new Date(to), 'fr-FR', 'Europe/Paris')

test.each([
  ['2025-09-02T10:00:00Z', '2026-03-02T10:00:00Z', '6\u00a0mois'],
  ['2026-03-02T10:00:00Z', '2026-03-16T10:00:00Z', '14\u00a0jours'],
  ['2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', '1\u00a0jour'],
  ['2026-01-05T10:00:00Z', '2026-03-04T10:00:00Z', '58\u00a0jours'],
  ['2024-02-29T10:00:00Z', '2026-03-02T10:00:00Z', '2\u00a0ans'],
  ['2026-03-02T10:00:00Z', '2026-03-01T10:00:00Z', '0\u00a0jour'],
])('from %s to %s is %s', (from, to, words) => {
  expect(since(from, to).replace(' ', '\u00a0')).toBe(words)
})
