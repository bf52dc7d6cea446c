import {
  type Arranged,
  duplicateBlock,
  moveBeside,
  moveBlock,
  removeBlock,
} from '@relance/core/mail/edit/arrange-blocks'
import { insertBlock, type Snippet } from '@relance/core/mail/edit/insert-block'
import { replaceBlock } from '@relance/core/mail/edit/replace-block'
import { setAttribute } from '@relance/core/mail/edit/set-attribute'
import { setCondition } from '@relance/core/mail/edit/set-condition'
import { setContent } from '@relance/core/mail/edit/set-content'
import { type MailBlock, readBlocks } from '@relance/core/mail/mail-block'

export type Side = 'before' | 'after'

/** What can be done to the blocks of a mail; each changes the source where that block stands, and nowhere else. */
export function blockActs(
  mjml: string,
  blocks: readonly MailBlock[],
  change: (mjml: string, about?: string) => void,
  select: (id: number | null) => void,
) {
  const take = (arranged: Arranged | null, wantsContent = false) => {
    if (!arranged) return
    change(arranged.source)
    if (arranged.at === null) return
    const { at } = arranged
    const after = readBlocks(arranged.source).filter(({ element }) => element.from >= at)
    const inside = ['mj-section', 'mj-column']
    const found = wantsContent
      ? after.find(({ element }) => !inside.includes(element.name))
      : after[0]
    select(found?.id ?? null)
  }
  return {
    add: (snippet: Snippet, target: MailBlock | null, side: Side = 'after') =>
      take(insertBlock(mjml, snippet, target, side), snippet.level === 'content'),
    move: (block: MailBlock, step: -1 | 1) => take(moveBlock(mjml, blocks, block, step)),
    moveTo: (block: MailBlock, target: MailBlock, side: Side) =>
      take(moveBeside(mjml, block, target.unit, side)),
    duplicate: (block: MailBlock) => take(duplicateBlock(mjml, block)),
    remove: (block: MailBlock) => {
      const { source } = removeBlock(mjml, block)
      change(source)
      const left = readBlocks(source).length
      select(left === 0 ? null : Math.max(0, Math.min(block.id, left) - 1))
    },
    replace: (block: MailBlock, text: string) => take(replaceBlock(mjml, block, text)),
    setAttribute: (block: MailBlock, name: string, value: string | null) =>
      change(setAttribute(mjml, block.element, name, value), `${block.id} ${name}`),
    /** Several at once, as one act. */
    setAttributes(block: MailBlock, values: Readonly<Record<string, string>>) {
      let source = mjml
      for (const [name, value] of Object.entries(values)) {
        // Each moves what stands behind it: the element is looked up anew.
        const found = readBlocks(source).find(({ id }) => id === block.id)
        if (found) source = setAttribute(source, found.element, name, value)
      }
      change(source)
    },
    setContent: (block: MailBlock, content: string) =>
      change(setContent(mjml, block.element, content), `${block.id} content`),
    setCondition: (block: MailBlock, says: string | null) =>
      change(setCondition(mjml, block, says), `${block.id} condition`),
  }
}
export type BlockActs = ReturnType<typeof blockActs>
