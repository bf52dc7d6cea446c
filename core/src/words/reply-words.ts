import type { Messages } from './format-message'

/** What stands over an answer that is handed to a person of the shop. */
export const replyWords = {
  answered: {
    en: '{name} has answered “{subject}”, a mail of the scenario “{flow}”.{hours, plural, =0 {} one { Its commercial mails to them wait until somebody marks the answer as done, for # hour at most.} other { Its commercial mails to them wait until somebody marks the answer as done, for # hours at most.}}',
    fr: '{name} a répondu à «\u202f{subject}\u202f», un e-mail du scénario «\u202f{flow}\u202f».{hours, plural, =0 {} one { Ses e-mails commerciaux à cette personne attendent que quelqu’un marque la réponse comme traitée, # heure au plus.} other { Ses e-mails commerciaux à cette personne attendent que quelqu’un marque la réponse comme traitée, # heures au plus.}}',
  },
  how: {
    en: 'Answer this mail: it goes to them.',
    fr: 'Répondez à cet e-mail\u00a0: votre réponse lui parviendra.',
  },
  cart: { en: 'In their cart: {value}', fr: 'Dans son panier\u00a0: {value}' },
  list: { en: 'All answers: {url}', fr: 'Toutes les réponses\u00a0: {url}' },
  page: { en: 'All about them: {url}', fr: 'Tout sur cette personne\u00a0: {url}' },
} satisfies Messages
