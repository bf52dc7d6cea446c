import { expect, test } from 'vitest'
import { failpoint, hasFailpoints } from './failpoint'
import { readFailpoints } from './read-failpoints'

const names = ['burst.before-commit', 'send.after'] as const

test('a failpoint is armed with what its text says, more than once if it says so', () => {
  const armed = readFailpoints('send.after=kill:0.02,send.after=throw:1', names)
  expect([...armed]).toEqual([
    [
      'send.after',
      [
        { action: 'kill', probability: 0.02, delayMs: 100 },
        { action: 'throw', probability: 1, delayMs: 100 },
      ],
    ],
  ])
})

test('a misspelt failpoint or action stops the start instead of passing unnoticed', () => {
  expect(() => readFailpoints('send.afer=kill:1', names)).toThrow('send.afer')
  expect(() => readFailpoints('send.after=die:1', names)).toThrow('die')
  expect(() => readFailpoints('send.after=kill:2', names)).toThrow('kill:2')
})

test('in a normal run nothing is armed, and a failpoint does nothing', () => {
  expect(hasFailpoints).toBe(false)
  expect(failpoint('burst.before-commit')).toBeUndefined()
})
