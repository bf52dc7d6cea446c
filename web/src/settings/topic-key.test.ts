import { expect, test } from 'vitest'
import { topicKey } from './topic-key'

test('a topic is known by its English name, in plain letters', () => {
  expect(topicKey('New arrivals & Été', [])).toBe('new-arrivals-e-te')
  expect(topicKey('2 for 1', [])).toBe('for-1')
  expect(topicKey('日本', [])).toBe('topic')
})

test('no two are known by the same name', () => {
  expect(topicKey('Offers', [{ key: 'offers' }, { key: 'offers-2' }])).toBe('offers-3')
})
