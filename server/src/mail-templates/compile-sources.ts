import { AppError } from '@relance/core/error/app-error'
import { languages } from '@relance/core/words/language'
import type { StoredMailBlock } from '@relance/db/mail-block/mail-block'
import type { CheckedMail, MailSources } from '@relance/db/mail-template/mail-template'
import { compileMail } from '@relance/templates/compile-mail'
import { withBlocks } from '@relance/workflows/compile/with-blocks'

/**
 * Compiles every language of a mail with the workspace's blocks in their places. Throws AppError invalid with `field`,
 * `line` and `column`.
 */
export async function compileSources(
  name: string,
  sources: MailSources,
  blocks: ReadonlyMap<string, StoredMailBlock>,
): Promise<CheckedMail> {
  const filled = withBlocks(sources, blocks)
  const compiled: CheckedMail['compiled'] = {}
  for (const language of languages) {
    const source = filled.sources[language]
    if (!source) continue
    try {
      compiled[language] = await compileMail({ ...source, language })
    } catch (error) {
      const known = AppError.from(error)
      const field = ['languages', language, known.details.field].filter(Boolean).join('.')
      throw new AppError(
        known.code,
        known.message,
        { ...known.details, field, language },
        { cause: error },
      )
    }
  }
  return { name, sources, compiled, blocks: filled.uses }
}
