import { expect, test } from 'vitest'
import { paddingParts, withSpace } from './padding-parts'

test('a padding is read side by side, as CSS means it', () => {
  expect(paddingParts('10px')).toEqual(['10px', '10px', '10px', '10px'])
  expect(paddingParts('34px 48px 0')).toEqual(['34px', '48px', '0', '48px'])
  expect(paddingParts('1em')).toBeNull()
})

test('one side changes and the others stay', () => {
  expect(withSpace('34px 48px 0', 2, '12px')).toBe('34px 48px 12px')
  expect(withSpace('10px', 0, '20px')).toBe('20px 10px 10px')
  expect(withSpace('1px 2px 3px 4px', 0, '9px')).toBe('9px 2px 3px 4px')
  expect(withSpace('{{ x }}', 0, '9px')).toBeNull()
})
