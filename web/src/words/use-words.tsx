import type { Language, Words } from '@relance/core/words/language'
import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { formatDuration } from './format-duration'
import { formatWords, messageOf, type WordKey, type WordValues } from './format-message'
import {
  type DateStyle,
  formatDifference,
  formatInstant,
  formatMoney,
  formatNumber,
  formatShare,
} from './format-values'
import { useLanguageStore, useUnitsStore } from './language-store'

type Tags = Record<string, (chunks: ReactNode[]) => ReactNode>
const bold = (chunks: ReactNode[]) => <b>{chunks}</b>

function wordsFor(language: Language, zone: string | undefined, own: string) {
  return {
    language,
    /** The text of a key. */
    t: (key: WordKey, values?: WordValues) => formatWords(language, key, values),
    /** The text of a key with its tags as elements; `<b>` is bold unless said otherwise. */
    rich: (key: WordKey, values: WordValues = {}, tags: Tags = {}): ReactNode => {
      const parts = messageOf(language, key).format<ReactNode>({ b: bold, ...tags, ...values })
      if (!Array.isArray(parts)) return parts
      // Parts of a sentence are told apart by their place: children given one by one need no key.
      return createElement(Fragment, null, ...parts)
    },
    /** A text that comes in both languages, such as a step's title. */
    say: (words: Words) => words[language],
    number: (value: number) => formatNumber(language, value),
    difference: (value: number) => formatDifference(language, value),
    share: (value: number, digits?: number) => formatShare(language, value, digits),
    /** Cents of the workspace's currency, or of the one that is named. */
    money: (cents: number, currency = own) => formatMoney(language, cents, currency),
    /** The workspace's, as ISO 4217 names it. */
    currency: own,
    date: (instant: string | null | undefined, style: DateStyle, timeZone?: string) =>
      formatInstant(language, instant, style, timeZone ?? zone),
    duration: (text: string) => formatDuration(language, text),
  }
}
export type UseWords = ReturnType<typeof wordsFor>

/** Texts, figures and dates in the reader's language; redraws when it changes. */
export function useWords(): UseWords {
  const language = useLanguageStore((state) => state.language)
  const { timeZone, currency } = useUnitsStore()
  return useMemo(() => wordsFor(language, timeZone, currency), [language, timeZone, currency])
}
