import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DraftWindow } from '../testing/draft-window'
import { drawnDrafts, serveDrafts } from '../testing/drawn-drafts'

const {
  close,
  t,
  shop,
  first,
  second,
  node,
  newFlow,
  window,
  opened,
  draft,
  stored,
  cookieOf,
  asMember,
} = await drawnDrafts()
afterAll(close)

test('what one window changes the other has, and the draft with its revision is stored before it is acknowledged', async () => {
  const flowId = await newFlow()
  const [ann, ben] = [await opened(flowId), await opened(flowId)]
  ann.config('one').set('for', 'P2D')
  ben.config('two').set('for', 'P3D')
  await Promise.all([ann.saved(), ben.saved()])
  expect(await draft(flowId)).toMatchObject({
    revision: 2,
    graph: {
      nodes: [
        { id: 'one', config: { for: 'P2D' } },
        { id: 'two', config: { for: 'P3D' } },
      ],
    },
  })
  await ann.until(() => ann.config('two').get('for') === 'P3D')
  await ben.until(() => ben.config('one').get('for') === 'P2D')
})

test('two windows that set one field at once end with the same value, and so does the draft', async () => {
  const flowId = await newFlow()
  const [ann, ben] = [await opened(flowId), await opened(flowId, second)]
  ann.config('one').set('for', 'P10D')
  ben.config('one').set('for', 'P7D')
  await Promise.all([ann.saved(), ben.saved()])
  const kept = await stored(flowId, 'one')
  expect(['P10D', 'P7D']).toContain(kept)
  await ann.until(() => ann.config('one').get('for') === kept)
  await ben.until(() => ben.config('one').get('for') === kept)
})

test('two processes over one database take in each other’s changes, also under a storm of them', async () => {
  const steps = Array.from({ length: 20 }, (_, n) => `step-${n}`)
  const flowId = await newFlow(steps)
  const [ann, ben] = [await opened(flowId, first), await opened(flowId, second)]
  for (const [n, step] of steps.entries()) {
    const [mine, other] = n % 2 ? [ann, ben] : [ben, ann]
    mine.config(step).set('for', `P${n + 2}D`)
    other.config(step).set('since', 'anchor')
  }
  await Promise.all([ann.saved(), ben.saved()])
  const { graph, revision } = await draft(flowId)
  expect(revision).toBe(40)
  for (const [n, step] of steps.entries())
    expect(graph.nodes.find(({ id }: { id: string }) => id === step).config).toEqual({
      for: `P${n + 2}D`,
      since: 'anchor',
    })
  const isWhole = (at: DraftWindow) => () =>
    steps.every((step) => at.config(step).get('since') && at.config(step).get('for') !== 'P1D')
  await ann.until(isWhole(ann))
  await ben.until(isWhole(ben))
})

test('PUT enters the document: open windows see it, what they did beside it stands, and a stale revision answers 409', async () => {
  const flowId = await newFlow()
  const ann = await opened(flowId)
  ann.config('one').set('for', 'P2D')
  await ann.saved()
  const read = await draft(flowId)
  const graph = {
    nodes: [read.graph.nodes[0], node('two', { for: 'P9D' }), node('three')],
    edges: [],
  }
  const put = () => t.ask(shop.apiKey, 'PUT', `/api/flows/${flowId}/draft`, { ...read, graph })
  expect(await put()).toMatchObject({ status: 200, json: { revision: 2 } })
  await ann.until(() => ann.nodes.has('three') && ann.config('two').get('for') === 'P9D')
  expect(ann.config('one').get('for')).toBe('P2D')
  expect(await put()).toMatchObject({ status: 409, json: { current: { revision: 2 } } })
  ann.config('three').set('for', 'P5D')
  await ann.saved()
  expect(await stored(flowId, 'three')).toBe('P5D')
})

test('a window that was away gets what it missed, with who did it and when, and its own changes are stored', async () => {
  const flowId = await newFlow()
  const { cookie } = await cookieOf('Louis', 'editor')
  const ann = await opened(flowId)
  const louis = asMember(flowId, cookie)
  await louis.open()
  ann.config('one').set('for', 'P2D')
  await ann.saved()
  const { revision } = await draft(flowId)
  ann.cut()
  louis.config('two').set('for', 'P8D')
  await louis.saved()
  ann.config('one').set('for', 'P4D')
  ann.heads.splice(0)
  await ann.open({ since: revision })
  await ann.saved()
  expect(ann.config('two').get('for')).toBe('P8D')
  expect(await stored(flowId, 'one')).toBe('P4D')
  expect(ann.heads[0]).toMatchObject({ revision: revision + 1, by: 'Louis' })
  expect(Date.parse(ann.heads[0]?.at ?? '')).toBeGreaterThan(0)
  await louis.until(() => louis.config('one').get('for') === 'P4D')
})

test('a server that dies has stored all it acknowledged: the next one opens the same document', async () => {
  const flowId = await newFlow()
  const mortal = await serveDrafts(t)
  const ann = await opened(flowId, mortal)
  for (let day = 2; day < 130; day++) ann.config('one').set('for', `P${day}D`)
  await ann.saved()
  await mortal.stop()
  const ben = await opened(flowId)
  await ben.until(() => ben.nodes.size === 2)
  expect(ben.config('one').get('for')).toBe('P129D')
  expect(await stored(flowId, 'one')).toBe('P129D')
  expect(Y.encodeStateAsUpdate(ben.doc).length).toBeLessThan(3_000)
})

test('a way that drops, repeats and reorders frames loses nothing', async () => {
  const flowId = await newFlow()
  const ann = window(flowId)
  const late: Uint8Array[] = []
  let frames = 0
  await ann.open({
    way: (frame, send) => {
      frames++
      if (frames % 5 === 0) return
      if (frames % 3 === 0) return void late.push(frame)
      send(frame)
      send(frame)
      for (const each of late.splice(0)) send(each)
    },
  })
  for (let day = 2; day < 40; day++) {
    ann.config('one').set('for', `P${day}D`)
    ann.config('two').set('for', `P${day}D`)
  }
  ann.nodes.delete('two')
  // A later one that comes through asks for whatever is missing.
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ann.nodes.get('one')?.set('name', name)
  await ann.until(() => ann.told.some(({ type }) => type === 'resend'))
  await expect
    .poll(async () => {
      ann.send(Y.encodeStateAsUpdate(ann.doc))
      return (await draft(flowId)).graph.nodes
    })
    .toEqual([{ ...node('one', { for: 'P39D' }), name: 'f' }])
})
