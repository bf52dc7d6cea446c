import { expect, test } from 'vitest'
import { changedBlocks } from './changed-blocks'

const mail = (...texts: string[]) =>
  `<mjml><mj-body><mj-section><mj-column>${texts.map((text) => `<mj-text>${text}</mj-text>`).join('\n')}</mj-column></mj-section></mj-body></mjml>`
const kinds = (before: string, after: string) =>
  changedBlocks(before, after).map(({ kind, after: now }) => [kind, now?.id ?? null])

test('the same mail has no change, whatever the white space between blocks', () => {
  expect(kinds(mail('a', 'b'), mail('a', 'b').replace('\n', '\n\n'))).toEqual([])
})

test('a block with other words has changed, a new one is added, one that is gone removed', () => {
  expect(kinds(mail('a', 'b'), mail('a', 'c'))).toEqual([['changed', 3]])
  expect(kinds(mail('a', 'b'), mail('a', 'x', 'b'))).toEqual([['added', 3]])
  expect(kinds(mail('a', 'b', 'c'), mail('a', 'c'))).toEqual([['removed', null]])
})
