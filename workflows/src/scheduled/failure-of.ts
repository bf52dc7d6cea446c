import { AppError } from '@relance/core/error/app-error'
import type { Problem } from '@relance/core/plan/problem'
import { formatWords } from '@relance/core/words/format-message'
import type { Language, Words } from '@relance/core/words/language'
import type { Tx } from '@relance/db/connection/scope'
import type { TakenStart } from '@relance/db/scheduled-act/take-act'
import { compileDraft } from '../compile/compile-draft'
import { checksFailWords } from './checks-fail-words'

const NOT_APPROVED: Words = {
  en: 'Content and target are not approved.',
  fr: 'Le contenu et la cible ne sont pas approuvés.',
}

/**
 * Why a scheduled start was refused, in each language, as the database is now. Null where it was no refusal: then it is
 * to be tried again.
 */
export async function failureOf(
  tx: Tx,
  { draft, choices }: TakenStart,
  error: unknown,
): Promise<Words | null> {
  if (!(error instanceof AppError) || error.code !== 'conflict') return null
  if (error.details.reason === 'not-approved') return NOT_APPROVED
  if (error.details.reason === 'checks-fail') return inBoth(checksFailWords, error.details.names)
  const { sendsForReal } = choices
  const told = async (language: Language) => {
    const { problems } = await compileDraft(tx, draft, language, { sendsForReal, fixesOnly: true })
    return messagesOf(problems) || error.message
  }
  return { en: await told('en'), fr: await told('fr') }
}

const inBoth = (words: Words, names: unknown): Words => {
  const params = { names: Array.isArray(names) ? names.join(', ') : '' }
  return { en: formatWords(words, 'en', params), fr: formatWords(words, 'fr', params) }
}

const messagesOf = (problems: Problem[]) =>
  problems
    .filter(({ severity }) => severity === 'fix')
    .map(({ message }) => message)
    .join(' ')
