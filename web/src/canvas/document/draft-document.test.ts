import { expect, test } from 'vitest'
import { addStep } from './add-step'
import { clipOf, pasteSteps } from './clipboard'
import { compareDrafts } from './compare-drafts'
import { connectExit } from './connect-exit'
import { draftOf } from './draft-content'
import { DraftDocument } from './draft-document'
import { editConfig } from './edit-step'
import { moveSteps } from './move-steps'
import { removeSteps } from './remove-steps'
import { replaceStep } from './replace-step'
import { testContent, testDocument, testKind, testKindOf } from './test-flow'

const name = { key: 'act.test' }
const onStart = { on: 'exit', from: 'start', exit: 'entered' } as const
const json = (document: ReturnType<typeof testDocument>['document']) => {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, sorted(each)]),
        )
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(draftOf('flow', 0, document.content)))))
}

test('a step added on an edge stands between its ends and pushes what follows down', () => {
  const { document } = testDocument()
  const id = addStep(document, {
    kind: testKind('wait'),
    place: { on: 'exit', from: 'start', exit: 'entered' },
    kindOf: testKindOf,
    name,
  })
  expect(document.content.edges['start:entered']?.to).toBe(id)
  expect(document.content.edges[`${id}:done`]?.to).toBe('mail')
  const top = document.content.positions[id]?.y ?? 0
  expect(document.content.positions.mail?.y).toBeGreaterThan(top + 48)
  expect(document.content.positions.wait?.y).toBeGreaterThan(416)
})

test('a step added on an open exit follows it', () => {
  const { document } = testDocument()
  const id = addStep(document, {
    kind: testKind('mail'),
    place: { on: 'exit', from: 'wait', exit: 'done' },
    kindOf: testKindOf,
    name,
  })
  expect(document.content.edges['wait:done']?.to).toBe(id)
  expect(document.content.edges[`${id}:sent`]).toBeUndefined()
})

test('undo brings back the same JSON and redo does it again', () => {
  const { document } = testDocument()
  const before = json(document)
  addStep(document, {
    kind: testKind('ask'),
    place: { on: 'exit', from: 'mail', exit: 'sent' },
    kindOf: testKindOf,
    name,
  })
  removeSteps(document, ['start'], testKindOf, name)
  const after = json(document)
  document.undo()
  expect(document.undo()).toEqual({ name, isLeft: false })
  expect(json(document)).toBe(before)
  document.redo()
  document.redo()
  expect(json(document)).toBe(after)
})

test('removing a step with one exit joins its neighbours', () => {
  const { document } = testDocument()
  expect(removeSteps(document, ['mail'], testKindOf, name)).toBe(0)
  expect(document.content.edges['start:entered']?.to).toBe('ask')
})

test('removing a step with two exits joins the first and keeps the other branch', () => {
  const { document } = testDocument()
  expect(removeSteps(document, ['ask'], testKindOf, name)).toBe(1)
  expect(document.content.edges['mail:sent']?.to).toBe('finish')
  expect(document.content.nodes.wait).toBeDefined()
})

test('removing a live step joins the exit most people took', () => {
  const { document } = testDocument()
  removeSteps(document, ['ask'], testKindOf, name, { ask: { yes: 3, no: 40 } })
  expect(document.content.edges['mail:sent']?.to).toBe('wait')
})

test('removing two steps in a row joins what stood around them', () => {
  const { document } = testDocument()
  removeSteps(document, ['mail', 'ask'], testKindOf, name)
  expect(document.content.edges['start:entered']?.to).toBe('finish')
})

test('a replaced step keeps the followers of its exits in order', () => {
  const { document } = testDocument()
  replaceStep(document, 'ask', testKind('split'), ['yes', 'no'], name)
  expect(document.content.edges['ask:a']?.to).toBe('finish')
  expect(document.content.edges['ask:b']?.to).toBe('wait')
})

test('typing in one field within 800 ms is one act, a pause begins another', () => {
  const { document, clock } = testDocument()
  for (const value of ['P1', 'P14', 'P14D']) {
    editConfig(document, 'wait', { for: value }, name)
    clock.now += 300
  }
  clock.now += 900
  editConfig(document, 'wait', { for: 'P7D' }, name)
  document.undo()
  expect(document.content.nodes.wait?.config).toEqual({ for: 'P14D' })
  document.undo()
  expect(document.content.nodes.wait?.config).toEqual({})
})

test('a path that goes back says how often it may be taken', () => {
  const { document } = testDocument()
  connectExit(document, 'wait', 'done', 'mail', name)
  expect(document.content.edges['wait:done']).toEqual({
    from: 'wait',
    exit: 'done',
    to: 'mail',
    atMost: 3,
  })
})

test('dropping a card where it stood is no act', () => {
  const { document } = testDocument()
  moveSteps(document, { mail: { x: 1, y: 127 } }, name)
  expect(document.undoName).toBeNull()
})

test('pasted steps get new ids, and rules about copied steps follow them', () => {
  const { document } = testDocument()
  editConfig(document, 'ask', { rule: { event: 'Email Link Clicked', of: 'mail' } }, name)
  const clip = clipOf(document.content, ['mail', 'ask'])
  const [mail, ask] = pasteSteps(document, clip, { at: { x: 800, y: 0 } }, testKindOf, name)
  expect(document.content.nodes[ask ?? '']?.config).toEqual({
    rule: { event: 'Email Link Clicked', of: mail },
  })
  expect(document.content.edges[`${mail}:sent`]?.to).toBe(ask)
})

test('what did not change keeps its identity, so only changed cards are drawn again', () => {
  const { document } = testDocument()
  const before = document.content
  editConfig(document, 'wait', { for: 'P2D' }, name)
  expect(document.content.nodes.mail).toBe(before.nodes.mail)
  expect(document.content.edges).toBe(before.edges)
  expect(document.content.nodes.wait).not.toBe(before.nodes.wait)
})

test('the changes since the live version are told by step, exit and rule', () => {
  const { document } = testDocument()
  editConfig(document, 'wait', { for: 'P5D' }, name)
  removeSteps(document, ['finish'], testKindOf, name)
  const kinds = compareDrafts(testContent(), document.content).map((change) => change.kind)
  expect(kinds).toEqual(['changed', 'removed', 'cut'])
})

test('acts of an earlier opening are taken back one by one, to the same JSON', () => {
  const first = testDocument().document
  const before = json(first)
  addStep(first, { kind: testKind('wait'), place: onStart, kindOf: testKindOf, name })
  editConfig(first, 'mail', { template: 'hello' }, name)
  removeSteps(first, ['ask'], testKindOf, name)
  const { content, history } = first
  const later = new DraftDocument(content, { now: () => 5_000, history })
  for (let act = 0; act < 3; act++) later.undo()
  expect(json(later)).toBe(before)
  for (let act = 0; act < 3; act++) later.redo()
  expect(json(later)).toBe(json(first))
})

test('undo leaves alone what somebody else has changed since, and says so', () => {
  const { document } = testDocument()
  editConfig(document, 'wait', { for: 'P10D' }, name)
  const mine = document.history
  // The other's act is none of mine: my history does not know it.
  editConfig(document, 'wait', { for: 'P7D' }, name)
  const both = new DraftDocument(document.content, { now: () => 5_000, history: mine })
  expect(both.undo()).toEqual({ name, isLeft: true })
  expect(both.content.nodes.wait?.config).toEqual({ for: 'P7D' })
})

test('two hundred acts can be taken back, and no more are kept', () => {
  const { document } = testDocument()
  for (let act = 0; act < 205; act++)
    moveSteps(document, { mail: { x: 8 * (act + 1), y: 0 } }, name)
  let undone = 0
  while (document.undo()) undone++
  expect(undone).toBe(200)
  expect(document.content.positions.mail).toEqual({ x: 40, y: 0 })
})

test('whoever listens hears of an act once, when it can be taken back; what it did not touch stays the same object', () => {
  const { document } = testDocument()
  const before = document.content
  const heard: (string | undefined)[] = []
  document.subscribe(() => heard.push(document.undoName?.key))
  editConfig(document, 'wait', { for: 'P3D' }, { key: 'edit' })
  expect(heard).toEqual(['edit'])
  expect(document.content.nodes.wait).not.toBe(before.nodes.wait)
  expect(document.content.nodes.mail).toBe(before.nodes.mail)
  expect(document.content.edges).toBe(before.edges)
  expect(document.content.positions).toBe(before.positions)
  expect(document.content.settings).toBe(before.settings)
  editConfig(document, 'wait', { for: 'P3D' }, { key: 'edit again' })
  expect(heard).toEqual(['edit'])
})
