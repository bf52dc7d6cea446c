import type { Messages } from './format-message'

/** Why a value cannot be read; the end of V30's sentence. */
export const readingWords = {
  missing: { en: 'a value is missing', fr: 'il manque une valeur' },
  'wrong-kind': {
    en: 'this is not the kind of value expected',
    fr: 'ce n’est pas le genre de valeur attendu',
  },
  'unknown-option': { en: 'this choice does not exist', fr: 'ce choix n’existe pas' },
  'too-small': { en: 'the value is too small', fr: 'la valeur est trop petite' },
  'too-big': { en: 'the value is too large', fr: 'la valeur est trop grande' },
  'not-a-duration': { en: 'this is not a length of time', fr: 'ce n’est pas une durée' },
  'not-a-time': { en: 'this is not a time of day', fr: 'ce n’est pas une heure' },
  'not-a-recurrence': {
    en: 'this is not a repetition we understand',
    fr: 'cette répétition n’est pas comprise',
  },
  'not-a-web-address': { en: 'this is not a web address', fr: 'ce n’est pas une adresse web' },
  'not-a-zone': { en: 'this time zone does not exist', fr: 'ce fuseau horaire n’existe pas' },
  unreadable: { en: 'it is not understood', fr: 'son contenu n’est pas compris' },
  'no-value': {
    en: 'a condition in it has no value',
    fr: 'une de ses conditions n’a pas de valeur',
  },
  'not-a-list': {
    en: 'a condition in it needs a list',
    fr: 'une de ses conditions demande une liste',
  },
  'not-a-text': {
    en: 'a condition in it needs a text',
    fr: 'une de ses conditions demande un texte',
  },
  'step-gone': {
    en: 'it speaks of a step that is gone',
    fr: 'une étape dont il est question a disparu',
  },
  'not-a-message': {
    en: 'it asks about a message of a step that sends none',
    fr: 'une étape dont il est question n’envoie aucun message',
  },
  'segment-gone': {
    en: 'it speaks of a segment that is gone',
    fr: 'un segment dont il est question a disparu',
  },
  'too-deep': {
    en: 'it is nested deeper than 20 levels',
    fr: 'elle a plus de 20 niveaux',
  },
  'asks-nothing': {
    en: 'one of several conditions is asked for, but there is none',
    fr: 'une condition parmi plusieurs est demandée, mais il n’y en a aucune',
  },
  'needs-a-run': {
    en: 'it speaks of a step, which only a scenario has',
    fr: 'elle parle d’une étape, ce que seul un scénario possède',
  },
  'contains-itself': {
    en: 'the segment would contain itself',
    fr: 'le segment se contiendrait lui-même',
  },
  'same-id': {
    en: 'two steps have the same identifier',
    fr: 'deux étapes ont le même identifiant',
  },
  'same-exit': { en: 'two exits have the same name', fr: 'deux sorties ont le même nom' },
  'no-such-exit': { en: 'this exit no longer exists', fr: 'cette sortie n’existe plus' },
  'two-ways': { en: 'this exit leads to two steps', fr: 'cette sortie mène à deux étapes' },
  'leads-to-gone': { en: 'it leads to a step that is gone', fr: 'elle mène à une étape disparue' },
  'leads-to-start': {
    en: 'it leads back to what starts the scenario',
    fr: 'elle ramène à ce qui démarre le scénario',
  },
} satisfies Messages

export type ReadingReason = keyof typeof readingWords
