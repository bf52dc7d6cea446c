import { formatMessage, type Messages } from '@relance/core/words/format-message'
import type { Language } from '@relance/core/words/language'

/** Why a row was refused. */
const words = {
  'missing-person': {
    en: 'Nobody is named: the customer number and the email are both empty.',
    fr: 'Personne n’est désigné\u00a0: le numéro de client et l’e-mail sont vides.',
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
  'ambiguous-number': {
    en: '“{value}” may be read in two ways: write it without a separator of thousands.',
    fr: '«\u202f{value}\u202f» peut se lire de deux façons\u00a0: écrivez-le sans séparateur de milliers.',
  },
  'negative-amount': {
    en: '“{value}” is below zero. What was paid back has a column of its own.',
    fr: '«\u202f{value}\u202f» est négatif. Un remboursement a sa propre colonne.',
  },
  'amount-too-large': {
    en: '“{value}” is more than a billion.',
    fr: '«\u202f{value}\u202f» dépasse le milliard.',
  },
  'refund-too-large': {
    en: '“{value}” is more than the order came to.',
    fr: '«\u202f{value}\u202f» dépasse le montant de la commande.',
  },
  'unknown-currency': {
    en: 'No rate is known for “{value}”: amounts in it cannot be added to the others.',
    fr: 'Aucun taux n’est connu pour «\u202f{value}\u202f»\u00a0: ces montants ne s’additionnent pas aux autres.',
  },
  'invalid-json': {
    en: '“{value}” is no JSON object.',
    fr: '«\u202f{value}\u202f» n’est pas un objet JSON.',
  },
  'too-large': { en: 'This row holds too much.', fr: 'Cette ligne contient trop de données.' },
  'too-many-values': {
    en: 'There are more values than columns. A comma within a value needs quotes around it.',
    fr: 'Il y a plus de valeurs que de colonnes. Une virgule dans une valeur demande des guillemets autour.',
  },
  'too-many-lines': {
    en: 'The order “{value}” has more than a thousand lines.',
    fr: 'La commande «\u202f{value}\u202f» a plus de mille lignes.',
  },
  'order-differs': {
    en: '“{value}” differs from what the first line of this order says.',
    fr: '«\u202f{value}\u202f» diffère de ce que dit la première ligne de cette commande.',
  },
  'order-of-another': {
    en: 'The order “{value}” is known as another customer’s.',
    fr: 'La commande «\u202f{value}\u202f» est celle d’un autre client.',
  },
  'already-known': {
    en: '“{value}” is known already.',
    fr: '«\u202f{value}\u202f» est déjà connu.',
  },
  'repeated-order': {
    en: 'The order “{value}” is there already; what came first stays.',
    fr: 'La commande «\u202f{value}\u202f» existe déjà\u202f; la première fait foi.',
  },
  'unreadable-row': { en: 'This line cannot be read.', fr: 'Cette ligne est illisible.' },
} satisfies Messages

export type RefusalCode = keyof typeof words

/** Of a value so many letters are kept and told. */
export const SHOWN_LENGTH = 80

/** A refusal in words. */
export const refusalWords = (code: RefusalCode, value: string, language: Language): string =>
  formatMessage(words, code, language, { value: value.slice(0, SHOWN_LENGTH) })
