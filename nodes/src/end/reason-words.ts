import { knownDetails } from '@relance/core/words/detail-words'
import type { Language, Words } from '@relance/core/words/language'

/** Reasons to propose; any other text is taken as well. */
export const reasonOptions: { value: string; label: Words }[] = Object.entries(knownDetails).map(
  ([value, label]) => ({ value, label }),
)

/** A reason in words: one of ours in the reader's language, any other as it was typed. */
export const reasonWords = (reason: string, language: Language): string =>
  (Object.hasOwn(knownDetails, reason) ? knownDetails[reason]?.[language] : undefined) ?? reason
