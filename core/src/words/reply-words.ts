import type { Messages } from './format-message'

/** What stands over an answer that is handed to a person of the shop. */
export const replyWords = {
  answered: {
    en: '{name} has answered “{subject}”, a mail of the scenario “{flow}”. It holds its commercial mails to them for 48 hours.',
    fr: '{name} a répondu à «\u202f{subject}\u202f», un e-mail du scénario «\u202f{flow}\u202f». Ses e-mails commerciaux à cette personne attendent 48 heures.',
  },
  how: {
    en: 'Answer this mail: it goes to them.',
    fr: 'Répondez à cet e-mail\u202f: votre réponse lui parviendra.',
  },
  cart: { en: 'In their cart: {value}', fr: 'Dans son panier\u202f: {value}' },
  page: { en: 'All about them: {url}', fr: 'Tout sur cette personne\u202f: {url}' },
} satisfies Messages
