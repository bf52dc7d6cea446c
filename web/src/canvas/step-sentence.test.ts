import type { SentenceNames } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { expect, test } from 'vitest'
import { stepSentence } from './step-sentence'

const called: Record<string, string> = { 'mail-1': 'email 1' }
const names: SentenceNames = {
  template: () => 'Welcome',
  offer: () => undefined,
  segment: () => undefined,
  node: (id) => called[id],
}
const asks = (of: string) => ({
  id: 'ask',
  type: 'condition',
  version: 1,
  config: {
    branches: [{ exit: 'yes', rule: { or: [{ event: 'Email Link Clicked', of, since: of }] } }],
    otherwise: { exit: 'no' },
  },
})

test('a sentence is the same object until a step that it names is called something else', () => {
  const step = asks('mail-1')
  const first = stepSentence(step, 'en', names)
  expect(sentenceText(first)).toContain('email 1')
  called['mail-2'] = 'email 3'
  expect(stepSentence(step, 'en', names)).toBe(first)
  called['mail-1'] = 'email 2'
  const second = stepSentence(step, 'en', names)
  expect(sentenceText(second)).toContain('email 2')
  expect(stepSentence(step, 'en', names)).toBe(second)
})

test('another state of a step, another language and other names are other sentences', () => {
  const wait = (length: string) => ({
    ...{ id: 'wait', type: 'wait-duration', version: 1 },
    config: { for: length, since: 'here' },
  })
  const step = wait('P1D')
  expect(sentenceText(stepSentence(step, 'en', names))).toBe('Wait 1 day')
  expect(sentenceText(stepSentence(wait('P2D'), 'en', names))).toBe('Wait 2 days')
  expect(sentenceText(stepSentence(step, 'fr', names))).toBe('Attendre 1 jour')
  const mail = { id: 'mail', type: 'send-email', version: 1, config: { template: 't-1' } }
  const before = sentenceText(stepSentence(mail, 'en', names))
  const renamed = sentenceText(stepSentence(mail, 'en', { ...names, template: () => 'Hello' }))
  expect(before).toContain('Welcome')
  expect(renamed).toContain('Hello')
})
