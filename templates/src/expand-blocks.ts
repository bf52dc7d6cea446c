import { AppError } from '@relance/core/error/app-error'
import { levelOf, referencesIn } from '@relance/core/mail/block-reference'
import { spliceSource } from '@relance/core/mail/edit/splice-source'
import { attributeOf } from '@relance/core/mail/inherited-attribute'
import { readBlocks } from '@relance/core/mail/mail-block'
import { classEdit } from '@relance/core/mail/mark-blocks'
import { positionOf } from '@relance/core/mail/position-of'
import { readMjml } from '@relance/core/mail/read-mjml'
import type { Language } from '@relance/core/words/language'
import { compileMail } from './compile-mail'

/** A block's MJML in the languages it has. */
export type BlockSources = Partial<Record<Language, string>>

/** The block in a language, or in the other where it lacks that one. */
const inLanguage = (sources: BlockSources, language: Language) =>
  sources[language] ?? sources[language === 'en' ? 'fr' : 'en'] ?? ''

/** The class of a reference on each element at the top of what stands for it. */
function withClass(fragment: string, head: string, name: string | undefined): string {
  if (!name) return fragment
  const roots = readMjml(head)
  const edits = readBlocks(fragment)
    .filter(({ parent, element }) => parent === null && element.name !== 'mj-raw')
    .map(({ element }) => classEdit(fragment, roots, element, name))
  return spliceSource(
    fragment,
    edits.filter((edit) => edit !== null),
  )
}

/**
 * A mail's MJML with each `<mj-block key="…" />` replaced by the workspace's block. Blocks take no line of their own, so
 * that lines stay where they are. Throws AppError `invalid` with line and column for a key nobody knows.
 */
export function expandBlocks(
  mjml: string,
  language: Language,
  blocks: ReadonlyMap<string, BlockSources>,
): string {
  const edits = referencesIn(mjml).map(({ key, element }) => {
    const sources = blocks.get(key)
    if (!sources) {
      const words = `This workspace has no block “${key}”.`
      throw new AppError('invalid', words, { field: 'mjml', ...positionOf(mjml, element.from) })
    }
    const fragment = withClass(
      inLanguage(sources, language),
      mjml,
      attributeOf(element, 'css-class'),
    )
    const lines = '\n'.repeat(mjml.slice(element.from, element.to).split('\n').length - 1)
    return {
      ...{ from: element.from, to: element.to },
      text: fragment.replaceAll('\n', ' ') + lines,
    }
  })
  return spliceSource(mjml, edits)
}

/**
 * Checks a block by itself: one or more bands, or what stands in a column; no block within a block, no file. Throws
 * AppError `invalid` with line and column of the fault in the block.
 */
export async function checkBlock(fragment: string, language: Language): Promise<void> {
  const [reference] = referencesIn(fragment)
  if (reference) {
    const words = 'A block cannot hold another block.'
    const at = positionOf(fragment, reference.element.from)
    throw new AppError('invalid', words, { field: 'mjml', ...at })
  }
  const roots = readBlocks(fragment)
  if (roots.length === 0 || /<mjml[\s>]/.test(fragment))
    throw new AppError('invalid', 'A block is one or more elements of a mail’s body.', {
      ...{ field: 'mjml', line: 1, column: 1 },
    })
  const whole =
    levelOf(fragment) === 'section'
      ? fragment
      : `<mj-section><mj-column>${fragment}</mj-column></mj-section>`
  const mjml = `<mjml><mj-body>${whole}</mj-body></mjml>`
  await compileMail({ subject: 'x', preheader: '', mjml, language })
}
