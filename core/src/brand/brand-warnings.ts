import { contrast, toldRatio } from '../colour/contrast'
import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import type { BrandColours } from './brand-kit'

/** WCAG 2.2: 1.4.11 for what can be acted on, 1.4.3 for text. */
const LEAST_BUTTON = 3
const LEAST_TEXT = 4.5

const words = {
  primary: {
    en: 'Buttons of this colour are too pale on the mail’s ground: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Des boutons de cette couleur sont trop pâles sur le fond du mail\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
  onPrimary: {
    en: 'The words on buttons are hard to read: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Le texte des boutons se lit mal\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
  text: {
    en: 'Texts are hard to read on the mail’s ground: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Les textes se lisent mal sur le fond du mail\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
  muted: {
    en: 'Small print is hard to read on the mail’s ground: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Les petites lignes se lisent mal sur le fond du mail\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
} satisfies Messages

/** A colour of a brand that cannot be seen or read well enough. */
export interface BrandWarning {
  field: keyof typeof words
  message: string
}

const pairs = [
  { field: 'primary', on: 'surface', least: LEAST_BUTTON },
  { field: 'onPrimary', on: 'primary', least: LEAST_TEXT },
  { field: 'text', on: 'surface', least: LEAST_TEXT },
  { field: 'muted', on: 'surface', least: LEAST_TEXT },
] as const

/** What of a brand's colours is too pale, in the reader's language. */
export const brandWarnings = (colours: BrandColours, language: Language): BrandWarning[] =>
  pairs.flatMap(({ field, on, least }) => {
    const ratio = contrast(colours[field], colours[on])
    if (ratio === null || ratio >= least) return []
    const params = { ratio: toldRatio(ratio), least }
    return [{ field, message: formatMessage(words, field, language, params) }]
  })
