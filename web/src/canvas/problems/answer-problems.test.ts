import { flowSettings } from '@relance/core/graph/settings'
import { bareFacts } from '@relance/core/testing/fixture-facts'
import { expect, test } from 'vitest'
import { answerProblems } from './answer-problems'

const draft = {
  flowId: 'f-1',
  revision: 0,
  graph: {
    nodes: [
      { id: 'start', type: 'on-cart-abandoned', version: 1, config: { idle: 'PT30M' } },
      { id: 'mail-1', type: 'send-email', version: 1, config: { template: 't-1' } },
    ],
    edges: [{ from: 'start', exit: 'entered', to: 'mail-1' }],
  },
  positions: {},
  settings: flowSettings.parse({}),
}
const mail = {
  name: 'Help',
  version: 1,
  hasSubject: true,
  hasUnsubscribe: true,
  isEmpty: false,
  usedFields: [],
}
const codes = (facts: typeof bareFacts) =>
  answerProblems({ id: 1, draft, facts, language: 'en' }).problems.map(({ code }) => code)

test('an open exit is found, under the number of the question', () => {
  const { id, problems } = answerProblems({ id: 7, draft, facts: bareFacts, language: 'en' })
  expect(id).toBe(7)
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'V02', severity: 'fix', nodeId: 'mail-1', exit: 'sent' }),
  )
})

test('it is said in the reader’s language', () => {
  const said = (language: 'en' | 'fr') =>
    answerProblems({ id: 1, draft, facts: bareFacts, language }).problems[0]?.message
  expect(said('fr')).not.toBe(said('en'))
})

test('a mail that the facts know is no problem, one that they do not know is', () => {
  const known = codes({ ...bareFacts, templates: { 't-1': mail } })
  const unknown = codes(bareFacts)
  expect(unknown.length).toBeGreaterThan(known.length)
})

test('question and answer survive the way to a worker and back', () => {
  const question = structuredClone({ id: 1, draft, facts: bareFacts, language: 'en' as const })
  const answer = answerProblems(question)
  expect(structuredClone(answer)).toEqual(answer)
})
