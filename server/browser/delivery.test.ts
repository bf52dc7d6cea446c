import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Call } from './call'
import { Delivery } from './delivery'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const call = (messageId: string, text = ''): Call => ({
  type: 'track',
  messageId,
  timestamp: '2026-03-02T10:00:00Z',
  context: { text },
})

/** A server that answers by turns, then with 200. */
function delivery(answers: (number | Error)[] = []) {
  const posted: string[][] = []
  const beacons: string[][] = []
  const idsIn = (body: string) => JSON.parse(body).map(({ messageId }: Call) => messageId)
  const made = new Delivery(
    {
      post: async (body) => {
        posted.push(idsIn(body))
        const answer = answers.shift() ?? 200
        if (answer instanceof Error) throw answer
        return answer
      },
      beacon: (body) => body.length < 64_000 && beacons.push(idsIn(body)) > 0,
    },
    (batch) => JSON.stringify(batch),
  )
  return { made, posted, beacons }
}

test('calls made in one go leave together, in their order', async () => {
  const { made, posted } = delivery()
  made.add(call('a'))
  made.add(call('b'))
  expect(posted).toEqual([])
  await vi.runAllTimersAsync()
  expect(posted).toEqual([['a', 'b']])
})

test('many go in batches of 20', async () => {
  const { made, posted } = delivery()
  for (let n = 0; n < 45; n += 1) made.add(call(`c${n}`))
  await vi.runAllTimersAsync()
  expect(posted.map(({ length }) => length)).toEqual([20, 20, 5])
})

test('what does not get through is tried again, ever later, and once only after it did', async () => {
  // Each wait is drawn from the upper half of its longest: here it is the longest.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const { made, posted } = delivery([new Error('offline'), 503, 429])
  made.add(call('a'))
  await vi.advanceTimersByTimeAsync(300)
  expect(posted).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(posted).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1999)
  expect(posted).toHaveLength(2)
  await vi.runAllTimersAsync()
  expect(posted).toEqual([['a'], ['a'], ['a'], ['a']])
})

test('what the server refuses is not sent again', async () => {
  const { made, posted } = delivery([401])
  made.add(call('a'))
  await vi.runAllTimersAsync()
  expect(posted).toEqual([['a']])
})

test('when the page is left, what waits goes by beacons, each small enough for one', () => {
  const { made, beacons } = delivery()
  for (const id of ['a', 'b', 'c']) made.add(call(id, 'x'.repeat(25_000)))
  made.leave()
  expect(beacons).toEqual([['a', 'b'], ['c']])
  made.leave()
  expect(beacons).toHaveLength(2)
})

test('what was cleared is not sent', async () => {
  const { made, posted } = delivery()
  made.add(call('a'))
  made.clear()
  await vi.runAllTimersAsync()
  expect(posted).toEqual([])
})
