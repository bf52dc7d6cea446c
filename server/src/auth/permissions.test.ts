import { expect, test } from 'vitest'
import { mayDo } from './permissions'

test('a viewer sees and does nothing else', () => {
  expect(mayDo('viewer', 'see', 'flow')).toBe(true)
  expect(mayDo('viewer', 'draw', 'flow')).toBe(false)
  expect(mayDo('viewer', 'publish', 'flow')).toBe(false)
})

test('an editor draws but does not publish', () => {
  expect(mayDo('editor', 'draw', 'mail')).toBe(true)
  expect(mayDo('editor', 'publish', 'flow')).toBe(false)
})

test('a publisher publishes and moves people but sees no keys', () => {
  expect(mayDo('publisher', 'publish', 'enrolment')).toBe(true)
  expect(mayDo('publisher', 'see', 'key')).toBe(false)
  expect(mayDo('publisher', 'own', 'workspace')).toBe(false)
})

test('an owner may do everything', () => {
  expect(mayDo('owner', 'own', 'member')).toBe(true)
  expect(mayDo('owner', 'see', 'key')).toBe(true)
  expect(mayDo('owner', 'publish', 'clock')).toBe(true)
})
