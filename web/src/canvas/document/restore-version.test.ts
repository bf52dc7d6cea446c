import { expect, test } from 'vitest'
import { compareDrafts } from './compare-drafts'
import { DraftDocument } from './draft-document'
import { editConfig, editSettings } from './edit-step'
import { removeSteps } from './remove-steps'
import { restoreChange, restoreVersion } from './restore-version'
import { testContent, testKindOf } from './test-flow'

const name = { key: 'act.restore' }
const version = testContent()

/** A draft in which a step went, another was changed, a path was cut and a rule set. */
function changed() {
  const document = new DraftDocument(testContent(), { now: () => 0 })
  removeSteps(document, ['mail'], testKindOf, name)
  editConfig(document, 'wait', { for: 'P9D' }, name)
  document.act(name, () => document.edges.delete('ask:no'))
  editSettings(document, { maxStay: 'P9D' }, name)
  return document
}

test('a version becomes the draft in one act, and one press takes it back', () => {
  const document = changed()
  const before = document.content
  restoreVersion(document, version, name)
  expect(document.content).toEqual(version)
  document.undo()
  expect(document.content).toEqual(before)
})

test('each change can be restored by itself, until nothing differs', () => {
  const document = changed()
  const kinds = compareDrafts(version, document.content).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['changed', 'cut', 'redirected', 'removed', 'rule'])
  for (;;) {
    const [change] = compareDrafts(version, document.content)
    if (!change) break
    restoreChange(document, version, change, testKindOf, name)
  }
  expect(document.content.edges).toEqual(version.edges)
  expect(document.content.positions).toEqual(version.positions)
})

test('restoring an added step takes it out again, and joins the path', () => {
  const document = new DraftDocument(testContent(), { now: () => 0 })
  document.act(name, () => {
    const { wait } = version.nodes
    const between = document.nodes.get('wait')?.clone()
    if (!wait || !between) throw new Error('no wait')
    document.nodes.set('new', between)
    between.set('id', 'new')
    document.edges.set('ask:no', { from: 'ask', exit: 'no', to: 'new' })
    document.edges.set('new:done', { from: 'new', exit: 'done', to: 'wait' })
  })
  const added = compareDrafts(version, document.content).find(({ kind }) => kind === 'added')
  if (added) restoreChange(document, version, added, testKindOf, name)
  expect(document.content.nodes.new).toBeUndefined()
  expect(document.content.edges).toEqual(version.edges)
})
