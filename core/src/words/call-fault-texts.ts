import type { Messages } from './format-message'

/** What may become of an outside call that does not succeed; the codes are stable, and slots are plain. */
export const callFaultTexts = {
  'bad-status': { en: 'It answered {status}.', fr: 'Il a répondu {status}.' },
  'not-web': {
    en: 'The address is not a web address.',
    fr: 'L’adresse n’est pas une adresse web.',
  },
  'no-address': { en: '{host} has no address.', fr: '{host} n’a pas d’adresse.' },
  'private-network': {
    en: '{host} leads to a private network. A workspace’s owner can allow that in its settings.',
    fr: '{host} mène à un réseau privé. Un propriétaire peut le permettre dans les réglages de l’espace de travail.',
  },
  'private-host': {
    en: '{host} leads to a private network.',
    fr: '{host} mène à un réseau privé.',
  },
  'too-slow': {
    en: 'It did not answer in time.',
    fr: 'Il n’a pas répondu à temps.',
  },
  'bad-certificate': {
    en: 'Its certificate cannot be trusted ({reason}).',
    fr: 'Son certificat n’est pas fiable ({reason}).',
  },
  unreachable: {
    en: 'It cannot be reached ({reason}).',
    fr: 'Il est injoignable ({reason}).',
  },
  'out-of-time': {
    en: 'The call did not succeed within its time.',
    fr: 'L’appel n’a pas abouti dans le temps imparti.',
  },
} satisfies Messages

export type CallFault = keyof typeof callFaultTexts
