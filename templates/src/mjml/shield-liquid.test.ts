import { liquidPieces } from '@relance/core/mail/liquid-pieces'
import { expect, test } from 'vitest'
import { restoreLiquid, shieldLiquid } from './shield-liquid'

test('each piece knows its line and column, also after one that spans lines', () => {
  const pieces = liquidPieces('{{ a }}\n  {% if b\n %} {{ c }}\n\n{{ d }}{{ e }}')
  expect(pieces.map(({ text, line, column }) => [text, line, column])).toEqual([
    ['{{ a }}', 1, 1],
    ['{% if b\n %}', 2, 3],
    ['{{ c }}', 3, 5],
    ['{{ d }}', 5, 1],
    ['{{ e }}', 5, 8],
  ])
})

test('shielding keeps the lines and can be undone', () => {
  const source = '<mj-text color="{{ x }}">\n{% if a < b\n%}"{{ y }}"{% endif %}</mj-text>'
  const { text, pieces } = shieldLiquid(source)
  expect(text).not.toMatch(/[{}]/)
  expect(text).toMatch(/color="#[0-9a-f]{6}"/)
  expect(text.split('\n')).toHaveLength(source.split('\n').length)
  expect(restoreLiquid(text, pieces).replace('%}\n', '%}')).toBe(source)
})

test('ten thousand pieces take no noticeable time', () => {
  const started = performance.now()
  expect(liquidPieces('{{ a }}\n'.repeat(10_000))).toHaveLength(10_000)
  expect(performance.now() - started).toBeLessThan(500)
})
