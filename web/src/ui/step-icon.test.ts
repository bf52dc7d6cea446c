import { definitions } from '@relance/nodes/definitions'
import { expect, test } from 'vitest'
import { isIconKnown } from './step-icon'

test('every step type that ships has a sign of its own', () => {
  const signs = Object.values(definitions).map(({ icon }) => icon)
  expect(signs.filter((icon) => !isIconKnown(icon))).toEqual([])
})
