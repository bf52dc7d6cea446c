import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { condition } from './definition'
import { runCondition } from './run'

const clicked = { event: 'Email Link Clicked', of: 'mail-1' }
const visited = { event: 'page', since: 'mail-1' }
const branches = [
  { exit: 'clicked', label: 'Clicked', rule: clicked },
  { exit: 'visited', rule: visited },
]
const config = { branches, otherwise: { exit: 'no' } }
const answering = (holds: (rule: unknown) => boolean) =>
  fakeContext({ ask: async (rule) => ({ holds: holds(rule), seen: [] }) })

test('leaves by the first branch that holds, and asks no further', async () => {
  const asked: unknown[] = []
  const context = answering((rule) => asked.push(rule) > 0)
  expect(await runCondition.enter(config, context)).toMatchObject({
    exit: 'clicked',
    note: { code: 'branch-held', params: { label: 'Clicked' } },
  })
  expect(asked).toEqual([clicked])
})
test('a later branch holds where the first does not', async () => {
  expect(
    await runCondition.enter(
      config,
      answering((rule) => rule === visited),
    ),
  ).toMatchObject({ exit: 'visited' })
})
test('leaves by otherwise when none holds', async () => {
  expect(
    await runCondition.enter(
      config,
      answering(() => false),
    ),
  ).toMatchObject({ exit: 'no', note: { code: 'branch-otherwise' } })
})
test('reads as a question; one window is said once', () => {
  const reacted = [{ exit: 'yes', rule: { or: [clicked, visited] } }]
  expect(cardOf(condition, { branches: reacted })).toEqual([
    'Has [clicked] or [come back to the site] since email 1?',
    'A [cliqué] ou [revisité le site] depuis email 1\u202f?',
  ])
  expect(cardOf(condition, condition.defaults)).toEqual([
    '?What should be true?',
    '?Que faut-il vérifier\u202f?',
  ])
})
test('its exits are its branches, and otherwise comes last', () => {
  expect(condition.exits(config).map(({ exit, label }) => [exit, label.fr])).toEqual([
    ['clicked', 'Clicked'],
    ['visited', 'visited'],
    ['no', 'Non'],
  ])
})
