import { expect, test } from 'vitest'
import { decisiveLine, type WeighedLine } from './decisive-line'

const line = (nodeId: string | null, kind: string, code: string, seen: unknown[] | null = null) =>
  ({ nodeId, kind, code, seen }) satisfies WeighedLine

const entered = line(null, 'entered', 'entered-by-event')
const clicked = line('reacted', 'left', 'branch-held', [{ value: true }])
const goal = line('week', 'ended', 'goal-reached')

test('what the message’s own step said decides, whatever came later', () => {
  const refused = line('mail-2', 'left', 'message-refused')
  expect(decisiveLine([entered, refused, goal], 'mail-2')).toBe(refused)
})
test('without that it is where the run stands, what ended it, or the last decision that saw something', () => {
  const waits = line('week', 'waiting', 'waiting-until')
  const end = line('came-back', 'ended', 'ended')
  expect(decisiveLine([entered, clicked, waits], 'mail-2')).toBe(waits)
  expect(decisiveLine([entered, clicked, waits, goal], 'mail-2')).toBe(goal)
  expect(decisiveLine([entered, clicked, end], 'mail-2')).toBe(clicked)
  expect(decisiveLine([entered], 'mail-2')).toBe(entered)
  expect(decisiveLine([], 'mail-2')).toBeUndefined()
})
