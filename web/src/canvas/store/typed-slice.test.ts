import { expect, test } from 'vitest'
import { createCanvasStore } from './canvas-store'

const somewhere = { mode: 'replace', id: 'wait', at: { x: 0, y: 0 } } as const

test('what is typed before the picker’s field is there is kept for it, up to Enter, and for nothing later', () => {
  const { getState } = createCanvasStore()
  getState().pick(somewhere)
  for (const key of ['w', 'a', 'Enter', 'x']) getState().typeAhead(key)
  expect(getState().takeTyped()).toEqual({ text: 'wa', isEntered: true })
  expect(getState().takeTyped()).toEqual({ text: '', isEntered: false })
})

test('a picker asked for again begins with nothing', () => {
  const { getState } = createCanvasStore()
  getState().pick(somewhere)
  for (const key of ['w', 'Enter']) getState().typeAhead(key)
  getState().pick(somewhere)
  expect(getState().takeTyped()).toEqual({ text: '', isEntered: false })
})
