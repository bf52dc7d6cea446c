import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './ids'

test('ids sort in the order they were made, and none comes twice', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true)
})

test('what follows the time differs from id to id', () => {
  const tails = Array.from({ length: 1000 }, () => newId().slice(-11))
  expect(new Set(tails).size).toBe(tails.length)
})
