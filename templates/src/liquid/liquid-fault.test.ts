import { AppError } from '@relance/core/error/app-error'
import { expect, test } from 'vitest'
import { unsoundTexts } from '../testing/unsound-texts'
import { liquidFault } from './liquid-fault'
import { liquidFaultTexts } from './liquid-fault-texts'
import { htmlLiquid } from './mail-liquid'
import { parseLiquid } from './parse-liquid'
import { RenderSettings } from './render-settings'
import { runLiquid } from './run-liquid'

const settings = new RenderSettings('en', 'en-GB', 'Europe/Paris', new Date('2026-03-23'), 'EUR')

function refusalOf(attempt: () => unknown): AppError {
  try {
    attempt()
  } catch (error) {
    return AppError.from(error)
  }
  throw new Error('nothing was refused')
}

test.each([
  ['{% shout %}', 'unknown-tag', 'There is no Liquid tag “shout” here.', 1],
  ['{% if a %}{% endfor %}', 'misplaced-tag', '“endfor” belongs to no tag that is open here.', 11],
  ['{% else %}', 'misplaced-tag', '“else” belongs to no tag that is open here.', 1],
  [
    '{% if a %}{% else %}{% elsif b %}{% endif %}',
    'elsif-after-else',
    'An “elsif” stands after “else”: “else” comes last.',
    1,
  ],
  ['{% if a %}{% else %}{% else %}{% endif %}', 'second-else', 'This condition has two “else”.', 1],
  ['Hi {% if x %}a', 'block-left-open', '{% if x %} is opened and never closed.', 4],
  ['{% raw %}a', 'block-left-open', '{% raw %} is opened and never closed.', 10],
  ['{% if x', 'tag-left-open', 'The end of a Liquid tag is missing: {% if x', 1],
  ['Hi {{ x', 'output-left-open', 'The end of a Liquid value is missing: {{ x', 4],
  ['{{ "a }}', 'output-left-open', 'The end of a Liquid value is missing: {{ "a }}', 1],
  ['{{ a[0 }}', 'bracket-left-open', 'A bracket “[” lacks its end.', 7],
  ['{% %}', 'tag-without-name', 'This Liquid tag has no name.', 4],
  [
    '{% for x %}{% endfor %}',
    'unreadable-loop',
    '{% for x %} cannot be read: a loop is written “for item in list”.',
    1,
  ],
  ['{{ x | shout }}', 'unknown-filter', 'There is no Liquid filter “shout”.', 1],
  ['{{ x || upcase }}', 'filter-without-name', 'A “|” is followed by no name of a filter.', 7],
  [
    '{{ x | default "a" }}',
    'filter-without-colon',
    'A colon parts a filter’s name from its value.',
    16,
  ],
  ['{% if %}a{% endif %}', 'missing-value', 'A value or a condition is missing here.', 6],
  ['{{ %x }}', 'unreadable-value', '“%x” is no value or condition that Liquid can read.', 4],
  [
    '{% if x = 1 %}a{% endif %}',
    'unreadable-rest',
    'What follows this value cannot be read: an operator (==, >, contains…) or “|” is expected.',
    10,
  ],
  ['{{ x | date: 1 2 }}', 'unexpected-character', '“2” is not expected here.', 16],
  ['{{ (1..) }}', 'unexpected-character', '“)” is not expected here.', 8],
  [
    '{% if (x or y) and z %}a{% endif %}',
    'unreadable-range',
    'Parentheses hold a range such as (1..5), nothing else.',
    10,
  ],
  ['{% assign %}', 'assign-without-name', 'The name of the variable is missing.', 10],
  [
    '{% capture %}{% endcapture %}',
    'assign-without-name',
    'The name of the variable is missing.',
    11,
  ],
  [
    '{% assign x y %}',
    'assign-without-equals',
    'A “=” is missing after the name of the variable.',
    13,
  ],
  ['{% cycle %}', 'cycle-of-nothing', '“cycle” needs the values to take in turn.', 9],
  ['{% # a\n b %}', 'unreadable-comment', 'Each line of such a comment begins with #.', 1],
])('%s is %s, in our own words and at its place', (text, fault, words, column) => {
  const { code, message, details } = refusalOf(() => parseLiquid(htmlLiquid, text, 'mjml'))
  expect({ code, message, details }).toEqual({
    ...{ code: 'invalid', message: words },
    details: { field: 'mjml', line: 1, column, fault },
  })
})

test.each([
  ['{{ "a" | append }}', 'filter-without-value', 'The Liquid filter “append” needs a value.'],
  [
    '{{ "a" | base64_decode }}',
    'unreadable-base64',
    'What “base64_decode” was given is not in that code.',
  ],
  [
    '{{ "%E0%A4%A" | url_decode }}',
    'unreadable-address',
    'What “url_decode” was given is no part of an address.',
  ],
  ['{{ "a" | where_exp }}', 'missing-value', 'A value or a condition is missing here.'],
])('%s fails as it is filled: %s', (text, fault, words) => {
  const { message, details } = refusalOf(() => runLiquid(htmlLiquid, text, {}, settings, 'html'))
  expect({ message, details }).toEqual({
    message: words,
    details: { field: 'html', reason: 'render-failed', fault },
  })
})

test('a text over a million characters is too long', () => {
  const { message, details } = refusalOf(() =>
    parseLiquid(htmlLiquid, 'a'.repeat(1_000_001), 'mjml'),
  )
  expect([message, details.fault]).toEqual(['This text is too long for Liquid.', 'too-long'])
})

test('what liquidjs says of something new is quoted in a sentence of ours', () => {
  expect(liquidFault(new Error('the moon is full'))).toEqual({
    fault: 'unreadable',
    words: 'The Liquid code cannot be read: “the moon is full”.',
  })
})

test('each fault is worded in both languages with the same slots, set as French is', () => {
  expect(unsoundTexts(liquidFaultTexts)).toEqual([])
})
