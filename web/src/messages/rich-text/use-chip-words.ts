import { mailNames } from '@relance/core/mail/mail-names'
import { useMemo } from 'react'
import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import { liquidWords } from './condition-words'
import type { ChipWords } from './text-decorations'

/** Liquid in the reader's words: names of the data as the picker has them, and what conditions are called. */
export function useChipWords(fields: readonly MailField[]): ChipWords {
  const { t, say } = useWords()
  return useMemo(() => {
    const labels = new Map([
      ...mailNames.map(({ name, words }) => [name, say(words)] as const),
      ...fields.map(({ name, label }) => [name, label] as const),
    ])
    const labelOf = (name: string) => labels.get(name) ?? name
    return { labelOf, liquid: (word, says) => liquidWords(word, says, { t, say, labelOf }) }
  }, [fields, t, say])
}
