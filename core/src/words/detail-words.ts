import type { Messages } from './format-message'
import type { Language } from './language'

/** Ends we have words for; the `end` step proposes them. */
export const knownDetails: Messages = {
  finished: { en: 'end of the series', fr: 'fin de la série' },
  'came-back': { en: 'came back', fr: 'retour spontané' },
  ordered: { en: 'an order', fr: 'une commande' },
  'no-reaction': { en: 'no reaction', fr: 'aucune réaction' },
  'no-return': { en: 'no return', fr: 'sans retour' },
  answered: { en: 'an answer', fr: 'une réponse' },
  'no-order': { en: 'no order', fr: 'sans commande' },
  'no-answer': { en: 'no answer', fr: 'sans réponse' },
  active: { en: 'active without help', fr: 'actif de lui-même' },
  unread: { en: 'still unread', fr: 'toujours pas lu' },
  satisfied: { en: 'satisfied', fr: 'satisfait' },
  unhappy: { en: 'a person takes over', fr: 'une personne prend le relais' },
  goodbye: { en: 'a goodbye', fr: 'un au revoir' },
  'cart-emptied': { en: 'the cart was emptied', fr: 'panier vidé' },
}

/** A recorded end in words: one of ours in the reader's language, any other without its hyphens. */
export const detailWords = (detail: string, language: Language): string =>
  (Object.hasOwn(knownDetails, detail) ? knownDetails[detail]?.[language] : undefined) ??
  detail.replaceAll('-', ' ')
