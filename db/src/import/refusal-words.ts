import { formatMessage, type Messages } from '@relance/core/words/format-message'
import type { Language } from '@relance/core/words/language'

/** Why a row was refused. */
const words = {
  'missing-person': {
    en: 'Nobody is named: the customer number and the email are both empty.',
    fr: 'Personne n’est désigné\u202f: le numéro de client et l’e-mail sont vides.',
  },
  'missing-value': { en: 'A value is missing.', fr: 'Une valeur manque.' },
  'invalid-email': {
    en: '“{value}” is no email address.',
    fr: '«\u202f{value}\u202f» n’est pas une adresse e-mail.',
  },
  'invalid-date': { en: '“{value}” is no date.', fr: '«\u202f{value}\u202f» n’est pas une date.' },
  'future-date': {
    en: '“{value}” is in the future.',
    fr: '«\u202f{value}\u202f» est dans le futur.',
  },
  'invalid-number': {
    en: '“{value}” is no number.',
    fr: '«\u202f{value}\u202f» n’est pas un nombre.',
  },
  'invalid-value': {
    en: '“{value}” cannot be taken here.',
    fr: '«\u202f{value}\u202f» ne convient pas ici.',
  },
  'unknown-time-zone': {
    en: '“{value}” is no time zone.',
    fr: '«\u202f{value}\u202f» n’est pas un fuseau horaire.',
  },
  'invalid-consent': {
    en: '“{value}” is neither yes nor no.',
    fr: '«\u202f{value}\u202f» n’est ni oui ni non.',
  },
  'repeated-order': {
    en: 'The order “{value}” came earlier in the file, apart from this line.',
    fr: 'La commande «\u202f{value}\u202f» figure déjà plus haut, séparée de cette ligne.',
  },
  'unreadable-row': { en: 'This line cannot be read.', fr: 'Cette ligne est illisible.' },
} satisfies Messages

export type RefusalCode = keyof typeof words

const SHOWN_LENGTH = 80

/** A refusal in words. */
export const refusalWords = (code: RefusalCode, value: string, language: Language): string =>
  formatMessage(words, code, language, { value: value.slice(0, SHOWN_LENGTH) })
