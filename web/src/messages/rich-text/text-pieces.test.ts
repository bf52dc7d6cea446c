import { expect, test } from 'vitest'
import { tagPairs, textPieces } from './text-pieces'
import { asHtml } from './whole-tags'

const text =
  '<h1>Hello {{ a | default: "<b>" }}</h1>{% if x > 1 %}<a href="{{ u }}">go</a>&nbsp;<br />{% endif %}'

test('pieces are found in order, Liquid inside a tag being part of it', () => {
  expect(textPieces(text).map(({ kind, text: piece }) => [kind, piece])).toEqual([
    ['tag', '<h1>'],
    ['value', '{{ a | default: "<b>" }}'],
    ['tag', '</h1>'],
    ['liquid', '{% if x > 1 %}'],
    ['tag', '<a href="{{ u }}">'],
    ['tag', '</a>'],
    ['letter', '&nbsp;'],
    ['break', '<br />'],
    ['liquid', '{% endif %}'],
  ])
})

test('tags know their partners, and one without stays alone', () => {
  const pairs = tagPairs(textPieces('<p>a <b>b</b></p></i>'))
  expect(pairs.map(({ name }) => name)).toEqual(['b', 'p'])
})

test('what is typed is escaped as HTML, Liquid left as it is', () => {
  expect(asHtml('a < b & {{ c | default: "<" }}')).toBe('a &lt; b &amp; {{ c | default: "<" }}')
})
