import { AppError } from '@relance/core/error/app-error'
import { referencesIn } from '@relance/core/mail/block-reference'
import { languages } from '@relance/core/words/language'
import type { BlockUse, StoredMailBlock } from '@relance/db/mail-block/mail-block'
import type { MailSources } from '@relance/db/mail-template/mail-template'
import { expandBlocks } from '@relance/templates/expand-blocks'

/**
 * A mail's sources with the workspace's blocks in their places, and which blocks those are. Throws AppError invalid with
 * `field`, `line` and `column` for a block that is not there.
 */
export function withBlocks(
  sources: MailSources,
  blocks: ReadonlyMap<string, StoredMailBlock>,
): { sources: MailSources; uses: BlockUse[] } {
  const known = new Map([...blocks].map(([key, block]) => [key, block.languages]))
  const uses = new Map<string, BlockUse>()
  const filled: MailSources = {}
  for (const language of languages) {
    const source = sources[language]
    if (!source) continue
    try {
      filled[language] = { ...source, mjml: expandBlocks(source.mjml, language, known) }
      for (const { key } of referencesIn(source.mjml)) {
        const block = blocks.get(key)
        if (block) uses.set(block.id, { id: block.id, version: block.version })
      }
    } catch (error) {
      const { code, message, details } = AppError.from(error)
      const field = `languages.${language}.mjml`
      throw new AppError(code, message, { ...details, field, language }, { cause: error })
    }
  }
  return { sources: filled, uses: [...uses.values()] }
}
