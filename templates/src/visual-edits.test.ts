import { duplicateBlock, moveBlock, removeBlock } from '@relance/core/mail/edit/arrange-blocks'
import { setAttribute } from '@relance/core/mail/edit/set-attribute'
import { setCondition } from '@relance/core/mail/edit/set-condition'
import { setContent } from '@relance/core/mail/edit/set-content'
import { readBlocks } from '@relance/core/mail/mail-block'
import { markBlocks, markOf } from '@relance/core/mail/mark-blocks'
import { expect, test } from 'vitest'
import { compileMail } from './compile-mail'
import { loadMails } from './load-mails'

const shipped = (await loadMails()).flatMap(({ key, sources }) =>
  Object.entries(sources).map(([language, source]) => ({ key: `${key}.${language}`, source })),
)
const blockNamed = (source: string, name: string) => {
  const found = readBlocks(source).find(({ element }) => element.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

/** The stretch that differs between two texts. */
function difference(before: string, after: string) {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end += 1
  return {
    start,
    was: before.slice(start, before.length - end),
    is: after.slice(start, after.length - end),
  }
}

test.each(shipped)('$key opens as blocks, and every block knows its exact place', ({ source }) => {
  const blocks = readBlocks(source.mjml)
  expect(blocks.length).toBeGreaterThan(10)
  for (const { element } of blocks) {
    const text = source.mjml.slice(element.from, element.to)
    expect(text.startsWith(`<${element.name}`)).toBe(true)
    expect(text.endsWith(element.inner ? `</${element.name}>` : '/>')).toBe(true)
    for (const { name, from, to } of element.attributes)
      expect(source.mjml.slice(from, to)).toMatch(new RegExp(`^${name}=.`))
    for (const { value, valueFrom, valueTo } of element.attributes)
      expect(source.mjml.slice(valueFrom, valueTo)).toBe(value)
  }
})

test.each(shipped)('saying again what $key says changes no character', ({ source: { mjml } }) => {
  for (const block of readBlocks(mjml)) {
    const { element } = block
    const { inner } = element
    if (inner) expect(setContent(mjml, element, mjml.slice(inner.from, inner.to))).toBe(mjml)
    for (const { name, value } of element.attributes)
      expect(setAttribute(mjml, element, name, value)).toBe(mjml)
    const added = setAttribute(mjml, element, 'data-x', 'y')
    const [again] = readBlocks(added).filter(({ id }) => id === block.id)
    if (again) expect(setAttribute(added, again.element, 'data-x', null)).toBe(mjml)
  }
})

test.each(shipped)(
  'other words on the button of $key change only the button',
  async ({ source }) => {
    const { element } = blockNamed(source.mjml, 'mj-button')
    const after = setContent(source.mjml, element, 'Tout autre chose')
    const { start, was } = difference(source.mjml, after)
    expect(start).toBeGreaterThanOrEqual(element.from)
    expect(start + was.length).toBeLessThanOrEqual(element.to)
    expect((await compileMail({ ...source, mjml: after })).html).toContain('Tout autre chose')
  },
)

test.each(shipped)(
  'a block of $key goes down and up again without a trace',
  ({ source: { mjml } }) => {
    for (const { id } of readBlocks(mjml)) {
      const blocks = readBlocks(mjml)
      const block = blocks[id]
      const down = block && moveBlock(mjml, blocks, block, 1)
      if (!block || !down) continue
      const moved = readBlocks(down.source)
      const there = moved.find(({ element }) => element.from === down.at)
      expect(there?.element.name).toBe(block.element.name)
      const crossed =
        there?.parent?.element.attributes.length !== block.parent?.element.attributes.length
      const up = there && moveBlock(down.source, moved, there, -1)
      if (!crossed) expect(up?.source.length).toBe(mjml.length)
    }
  },
)

test.each(shipped)(
  'blocks of $key are copied, conditioned and removed, and it still compiles',
  async ({ source }) => {
    const { mjml } = source
    const block = blockNamed(mjml, 'mj-button')
    const copied = duplicateBlock(mjml, block)
    const copy = readBlocks(copied.source).find(({ element }) => element.from === copied.at)
    expect(copy?.element.name).toBe('mj-button')
    await compileMail({ ...source, mjml: copied.source })
    if (copy) expect(removeBlock(copied.source, copy).source).toBe(mjml)
    const shown = setCondition(mjml, block, 'offer')
    await compileMail({ ...source, mjml: shown })
    const again = readBlocks(shown)[block.id]
    if (again) expect(setCondition(shown, again, null)).toBe(mjml)
  },
)

test.each(shipped)(
  '$key with marks is the same mail with one more class a block',
  async ({ source }) => {
    const plain = await compileMail(source)
    const marked = await compileMail({ ...source, mjml: markBlocks(source.mjml) })
    const bare = (html: string) =>
      html
        .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, '')
        .replace(/ ?relance-block-\d+/g, '')
        .replaceAll(/ ?class=" ?"/g, '')
    expect(bare(marked.html)).toBe(bare(plain.html))
    const seen = readBlocks(source.mjml).filter(({ id }) => marked.html.includes(`${markOf(id)}`))
    expect(seen.length).toBe(
      readBlocks(source.mjml).filter(({ element }) => element.name !== 'mj-raw').length,
    )
  },
)
