import type { Draft } from '@relance/core/graph/draft'
import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error'
import { Autosave, type SaveState } from './autosave'
import { editConfig } from './document/edit-step'
import { testDocument } from './document/test-flow'

/** A server whose answers the test gives, one write at a time. */
function startSaving() {
  const { document } = testDocument()
  const writes: { draft: Draft; answer: (result: Draft | Error) => void }[] = []
  const states: SaveState[] = []
  const kept = new Map<string, string>()
  const keep = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const autosave = new Autosave({
    flowId: 'flow',
    document,
    revision: 1,
    keep,
    onState: (state) => states.push(state),
    write: (draft) =>
      new Promise((resolve, reject) => {
        writes.push({
          draft,
          answer: (result) => (result instanceof Error ? reject(result) : resolve(result)),
        })
      }),
  })
  const edit = (amount: number) => {
    editConfig(document, 'wait', { amount }, { key: 'act.test' })
    autosave.touch()
  }
  const written = async (count: number) => {
    await expect.poll(() => writes.length).toBe(count)
    const last = writes.at(-1)
    if (!last) throw new Error('nothing was written')
    return {
      draft: last.draft,
      accept: () => last.answer({ ...last.draft, revision: last.draft.revision + 1 }),
      refuse: last.answer,
    }
  }
  return { autosave, edit, written, states, kept }
}

const amountIn = (draft: Draft) => draft.graph.nodes.find(({ id }) => id === 'wait')?.config.amount

test('flushing during a save waits for it, and for what was drawn meanwhile', async () => {
  const { autosave, edit, written, kept } = startSaving()
  edit(2)
  const first = autosave.flush()
  const early = await written(1)
  edit(3)
  const publishing = autosave.flush()
  early.accept()
  const late = await written(2)
  expect(amountIn(early.draft)).toBe(2)
  expect(amountIn(late.draft)).toBe(3)
  expect(late.draft.revision).toBe(2)
  late.accept()
  expect(await publishing).toBe(true)
  expect(await first).toBe(true)
  expect(kept.size).toBe(0)
})

test('flushing says so when the draft cannot be sent, and keeps it in this browser', async () => {
  const { autosave, edit, written, states, kept } = startSaving()
  edit(2)
  const flushed = autosave.flush()
  ;(await written(1)).refuse(new ApiError(0, 'offline', 'No answer', null, {}))
  expect(await flushed).toBe(false)
  expect(states.at(-1)).toEqual({ kind: 'offline', acts: 1 })
  expect(kept.size).toBe(1)
  const again = autosave.flush()
  ;(await written(2)).accept()
  expect(await again).toBe(true)
})

test('flushing in a conflict writes nothing over the other side', async () => {
  const { autosave, edit, written, states } = startSaving()
  edit(2)
  const flushed = autosave.flush()
  const { draft, refuse } = await written(1)
  const theirs = { ...draft, revision: 7, graph: { nodes: [], edges: [] } }
  refuse(new ApiError(409, 'conflict', 'Changed', null, { current: theirs }))
  expect(await flushed).toBe(false)
  expect(states.at(-1)).toEqual({ kind: 'conflict', theirs })
  expect(await autosave.flush()).toBe(false)
})

test('a save whose answer was lost is no conflict with somebody else', async () => {
  const { autosave, edit, written, states } = startSaving()
  edit(2)
  const flushed = autosave.flush()
  const lost = await written(1)
  const saved = { ...lost.draft, revision: 2 }
  lost.refuse(new ApiError(0, 'offline', 'No answer', null, {}))
  expect(await flushed).toBe(false)
  edit(3)
  const again = autosave.flush()
  const second = await written(2)
  second.refuse(new ApiError(409, 'conflict', 'Changed', null, { current: saved }))
  const third = await written(3)
  expect(third.draft.revision).toBe(2)
  expect(amountIn(third.draft)).toBe(3)
  third.accept()
  expect(await again).toBe(true)
  expect(states.map(({ kind }) => kind)).not.toContain('conflict')
})
