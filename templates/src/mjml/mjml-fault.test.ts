import { AppError } from '@relance/core/error/app-error'
import { expect, test } from 'vitest'
import { compileMail } from '../compile-mail'
import { mailOf } from '../testing/mjml-of'
import { unsoundTexts } from '../testing/unsound-texts'
import { mjmlFault } from './mjml-fault'
import { mjmlFaultTexts } from './mjml-fault-texts'

const inColumn = (element: string) =>
  mailOf(`<mj-section><mj-column>${element}</mj-column></mj-section>`)

test.each([
  ['<mj-secton></mj-secton>', 'unknown-element', 'There is no element “mj-secton” in MJML.'],
  ['<mj-text size="3">Hi</mj-text>', 'unknown-attribute', '“mj-text” has no attribute “size”.'],
  [
    '<mj-text size="3" shape="x">Hi</mj-text>',
    'unknown-attribute',
    '“mj-text” has no attribute “size, shape”.',
  ],
  [
    '<mj-text color="reddish">Hi</mj-text>',
    'wrong-value',
    '“mj-text” cannot have color="reddish".',
  ],
  [
    '<mj-text font-size="{{ size }}">Hi</mj-text>',
    'wrong-unit',
    '“mj-text” cannot have font-size="{{ size }}": the unit is one of px.',
  ],
  [
    '<mj-text align="middle">Hi</mj-text>',
    'wrong-choice',
    '“mj-text” cannot have align="middle": choose one of left, right, center, justify.',
  ],
])('%s is %s, in our own words', async (element, fault, words) => {
  const thrown = await compileMail(inColumn(element)).catch(AppError.from)
  if (!(thrown instanceof AppError)) throw new Error('nothing was refused')
  expect(thrown).toMatchObject({
    message: words,
    details: { fault, line: 3, errors: [{ fault, message: words }] },
  })
})

test('an element in the wrong place is told where it may stand', async () => {
  const thrown = await compileMail(mailOf('<mj-text>Hi</mj-text>')).catch(AppError.from)
  expect(thrown).toMatchObject({
    message: expect.stringMatching(/^“mj-text” cannot stand in “mj-body”, only in: .*mj-column/),
    details: { fault: 'wrong-place', line: 3, column: 1 },
  })
})

test('what MJML says of something new is quoted in a sentence of ours', () => {
  expect(mjmlFault('Parsing failed. Check your mjml.')).toEqual({
    fault: 'unreadable',
    words: 'The MJML cannot be read: “Parsing failed. Check your mjml.”.',
  })
})

test('each fault is worded in both languages with the same slots, set as French is', () => {
  expect(unsoundTexts(mjmlFaultTexts)).toEqual([])
})
