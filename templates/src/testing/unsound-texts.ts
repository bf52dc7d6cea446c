import type { Messages } from '@relance/core/words/format-message'
import { frenchFaults } from './french-faults'

const slotsOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join()

/** The keys of texts whose slots differ between the languages, or whose French is not set as French is. */
export const unsoundTexts = (texts: Messages): string[] =>
  Object.entries(texts).flatMap(([key, { en, fr }]) =>
    slotsOf(en) === slotsOf(fr) && frenchFaults(fr).length === 0 ? [] : [key],
  )
