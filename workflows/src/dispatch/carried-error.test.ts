import { AppError } from '@relance/core/error/app-error'
import { expect, test } from 'vitest'
import { carried, carry } from './carried-error'

const throughThreads = (error: unknown) => carried(structuredClone(carry(error)))

test('an error of ours keeps its class, code and details', () => {
  const there = throughThreads(new AppError('unavailable', 'Not now.', { reason: 'full' }))
  expect(there).toBeInstanceOf(AppError)
  expect(there).toMatchObject({
    ...{ code: 'unavailable', message: 'Not now.', details: { reason: 'full' } },
  })
})

test('any other keeps its code, its words and where it was thrown', () => {
  const thrown = Object.assign(new Error('Wrong settings.'), { code: 'ECONFIG' })
  expect(throughThreads(thrown)).toMatchObject({
    ...{ code: 'ECONFIG', message: 'Wrong settings.', stack: thrown.stack },
  })
  expect(throughThreads('a word')).toMatchObject({ message: 'a word' })
  expect('code' in throughThreads(new Error('None.'))).toBe(false)
})
