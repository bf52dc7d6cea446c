import { expect, test } from 'vitest'
import { testDocument } from '../document/test-flow'
import { createCanvasStore } from '../store/canvas-store'
import { editKeys } from './edit-keys'
import { everywhereKeys } from './everywhere-keys'
import { keyName } from './key-name'
import type { KeyScene } from './key-scene'
import { lookKeys } from './look-keys'
import { shortcuts } from './shortcuts'

/** Answered by the app around the canvas. */
const OF_THE_APP = ['ctrl k']

/** Something that can do whatever it is asked for, and does nothing. */
const whatever = <Able extends object>() =>
  new Proxy<Able>(Object.create(null), { get: () => () => undefined })

test('every key that the list tells of does something', () => {
  const scene: KeyScene = {
    draft: testDocument().document,
    store: createCanvasStore(),
    commands: whatever(),
    view: whatever(),
    say: () => undefined,
  }
  const acts = { ...lookKeys(scene), ...editKeys(scene), ...everywhereKeys(scene, false) }
  const told = shortcuts.flatMap(({ keys }) => keys).filter((key) => !OF_THE_APP.includes(key))
  expect(told.filter((key) => typeof acts[key] !== 'function')).toEqual([])
})

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  ['a letter, whatever the case', { ...plain, key: 'A', shiftKey: true }, 'shift a'],
  ['⌘ as Ctrl', { ...plain, key: 'z', metaKey: true }, 'ctrl z'],
  ['a sign as it is printed', { ...plain, key: '?', shiftKey: true }, '?'],
  [
    'an arrow with its modifiers',
    { ...plain, key: 'ArrowDown', shiftKey: true },
    'shift arrowdown',
  ],
  [
    'a sign that needs AltGr on this keyboard',
    { ...plain, key: '\\', ctrlKey: true, altKey: true, getModifierState: () => true },
    '\\',
  ],
])('a press is named: %s', (_case, press, name) => expect(keyName(press)).toBe(name))
