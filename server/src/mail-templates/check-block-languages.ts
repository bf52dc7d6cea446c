import { AppError } from '@relance/core/error/app-error'
import { languages } from '@relance/core/words/language'
import type { MailBlockSources } from '@relance/db/mail-block/mail-block'
import { checkBlock } from '@relance/templates/expand-blocks'

/** Checks a block in every language it has. Throws AppError invalid with `field`, `line` and `column`. */
export async function checkBlockLanguages(sources: MailBlockSources): Promise<void> {
  for (const language of languages) {
    const fragment = sources[language]
    if (fragment === undefined) continue
    try {
      await checkBlock(fragment, language)
    } catch (error) {
      const { code, message, details } = AppError.from(error)
      const field = `languages.${language}`
      throw new AppError(code, message, { ...details, field, language }, { cause: error })
    }
  }
}
