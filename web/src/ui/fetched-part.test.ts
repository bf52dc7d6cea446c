import { expect, test, vi } from 'vitest'
import { FetchedPart } from './fetched-part'

const Part = () => null

test('a part is fetched once, however many ask, and all are told when it is there', async () => {
  const load = vi.fn(async () => Part)
  const part = new FetchedPart(load)
  const told = vi.fn()
  part.subscribe(told)
  expect(part.read()).toBeNull()
  await Promise.all([part.fetch(), part.fetch()])
  expect(part.read()).toBe(Part)
  expect(load).toHaveBeenCalledTimes(1)
  expect(told).toHaveBeenCalledTimes(1)
})

test('a part that could not be fetched is asked for again the next time', async () => {
  const load = vi.fn(async () => Part).mockRejectedValueOnce(new TypeError('offline'))
  const part = new FetchedPart(load)
  await expect(part.fetch()).rejects.toThrow('offline')
  expect(part.read()).toBeNull()
  await part.fetch()
  expect(part.read()).toBe(Part)
})
