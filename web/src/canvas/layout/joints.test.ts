import { expect, test } from 'vitest'
import { jointsOf } from './joints'

const next = [{ exit: 'done', label: 'Next' }]

test('paths leave a card in the middle of its lower edge and reach the middle of its upper one', () => {
  for (const [category, hasFigures, top, bottom] of [
    ['time', false, 0, 48],
    ['message', true, 0, 97],
    ['message', false, 16.5, 80.5],
    ['trigger', false, 33, 97],
  ] as const) {
    const [target, source] = jointsOf(category, hasFigures, next)
    expect(target).toMatchObject({ type: 'target', y: top + 1 })
    expect((target?.x ?? 0) + (target?.width ?? 0) / 2).toBe(136)
    expect(source).toMatchObject({ type: 'source', id: 'done' })
    expect((source?.x ?? 0) + (source?.width ?? 0) / 2).toBe(136)
    expect((source?.y ?? 0) + (source?.height ?? 0)).toBe(bottom)
  }
})

test('several ways out lie side by side around the middle, in their order, under the card', () => {
  const exits = ['Yes', 'No, and nothing since', 'No'].map((label) => ({ exit: label, label }))
  const [, ...sources] = jointsOf('path', true, exits)
  expect(sources.map(({ id }) => id)).toEqual(exits.map(({ exit }) => exit))
  const ends = sources.map(({ x, width = 0 }) => [x, x + width] as const)
  expect((ends[0]?.[0] ?? 0) + (ends[2]?.[1] ?? 0)).toBeCloseTo(272)
  expect(ends[0]?.[1]).toBeLessThan(ends[1]?.[0] ?? 0)
  expect(ends[1]?.[1]).toBeLessThan(ends[2]?.[0] ?? 0)
  expect(sources.every(({ y }) => y >= 97)).toBe(true)
})

test('a step without a way out has only where paths reach it', () => {
  expect(jointsOf('end', true, []).map(({ type }) => type)).toEqual(['target'])
})
