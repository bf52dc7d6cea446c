import { expect, test } from 'vitest'
import { lostTogether } from '../presence/lost-places'
import { emptyHistory, withAct } from './act-history'
import type { DraftChange } from './draft-change'
import { overtake } from './overtake'
import { testContent } from './test-flow'

const louis = { by: 'Louis', at: '2026-03-02T10:00:00Z' }
const [here, there, elsewhere] = [
  { x: 0, y: 0 },
  { x: 8, y: 0 },
  { x: 80, y: 0 },
]
const moved = (key: string, before: typeof here, after: typeof here): DraftChange => ({
  ...{ part: 'position', key, before, after },
})
/** I have placed two cards, and led an exit to the wait. */
const mine = withAct(emptyHistory, {
  name: { key: 'act.move' },
  at: 5,
  changes: [
    ...['mail', 'wait'].map((key) => moved(key, here, there)),
    {
      ...{ part: 'edge', key: 'ask:no', before: undefined },
      after: { from: 'ask', exit: 'no', to: 'wait' },
    },
  ],
})
const ledElsewhere: DraftChange = {
  ...{ part: 'edge', key: 'ask:no', before: { from: 'ask', exit: 'no', to: 'wait' } },
  after: { from: 'ask', exit: 'no', to: 'finish' },
}

test('cards of mine that somebody moves are told together, a path of mine by itself', () => {
  const theirs = [...['mail', 'wait'].map((key) => moved(key, there, elsewhere)), ledElsewhere]
  const { lost } = overtake(mine, theirs, louis)
  expect(lost).toHaveLength(3)
  expect(lostTogether(lost).map((together) => together.map(({ change }) => change.key))).toEqual([
    ['ask:no'],
    ['mail', 'wait'],
  ])
})

test('cards that make way for a new step are not told of, but taking back leaves them where they are', () => {
  const { wait } = testContent().nodes
  const added: DraftChange = { part: 'node', key: 'new', before: undefined, after: wait }
  const theirs = [added, moved('wait', there, elsewhere), ledElsewhere]
  const { lost, history } = overtake(mine, theirs, louis)
  expect(lost).toEqual([])
  expect(Object.keys(history.acts[0]?.overtaken ?? {})).toHaveLength(2)
})
