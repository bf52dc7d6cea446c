import { useMemo } from 'react'
import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import type { ChipWords } from './text-decorations'

/** Liquid in the reader's words: names of the data, and what conditions are called. */
export function useChipWords(fields: readonly MailField[]): ChipWords {
  const { t } = useWords()
  return useMemo(() => {
    const labels = new Map(fields.map(({ name, label }) => [name, label]))
    const labelOf = (name: string) => labels.get(name) ?? name
    const named = (says: string) => says.replace(/[a-z_]+(?:\.\w+)*/g, labelOf)
    return {
      labelOf,
      liquid: (word, says) => {
        if (word === 'else') return t('mailEditor.chip.else')
        if (word.startsWith('end')) return t('mailEditor.chip.end')
        return word === 'if' || word === 'elsif'
          ? t('mailEditor.chip.if', { says: named(says) })
          : `${word} ${says}`.trim()
      },
    }
  }, [fields, t])
}
