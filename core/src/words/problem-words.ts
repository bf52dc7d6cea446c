import { formatMessage, type MessageParams, type Messages } from './format-message'
import type { Language } from './language'

const texts = {
  V01: { en: 'Choose what starts this scenario.', fr: 'Choisissez ce qui démarre ce scénario.' },
  V02: {
    en: '“{exit}” leads nowhere. Add a step or an end.',
    fr: '« {exit} » ne mène nulle part. Ajoutez une étape ou une sortie.',
  },
  V03: {
    en: 'Nobody can reach “{step}”. Connect it or remove it.',
    fr: 'Personne ne peut atteindre « {step} ». Reliez-la ou retirez-la.',
  },
  V04: { en: 'How long should we wait?', fr: 'Combien de temps faut-il attendre ?' },
  V05: { en: 'Choose a message to send.', fr: 'Choisissez le message à envoyer.' },
  V06: {
    en: 'This email has no unsubscribe link.',
    fr: 'Cet e-mail n’a pas de lien de désabonnement.',
  },
  V07: { en: 'This email has no subject.', fr: 'Cet e-mail n’a pas d’objet.' },
  V08: {
    en: '“{field}” is not known for any customer.',
    fr: '« {field} » n’est connu pour aucun client.',
  },
  V09: {
    en: '{n, plural, one {# customer has} other {# customers have}} no “{field}”. Add a text for them.',
    fr: '{n, plural, one {# client n’a pas de « {field} ». Prévoyez un texte pour ce cas.} other {# clients n’ont pas de « {field} ». Prévoyez un texte pour eux.}}',
  },
  V10: {
    en: 'The sender {domain} is not verified yet.',
    fr: 'L’expéditeur {domain} n’est pas encore vérifié.',
  },
  V11: { en: 'No SMS sender is set up.', fr: 'Aucun expéditeur de SMS n’est configuré.' },
  V12: {
    en: 'This path loops without a limit. Say how many times.',
    fr: 'Ce chemin tourne sans fin. Indiquez combien de fois.',
  },
  V13: {
    en: 'The shares add up to {n, number}%, not 100%.',
    fr: 'Les parts font {n, number} %, et non 100 %.',
  },
  V14: { en: 'This condition is empty.', fr: 'Cette condition est vide.' },
  V15: {
    en: 'This condition is always true here, so “{exit}” gets nobody.',
    fr: 'Cette condition est toujours vraie ici : « {exit} » ne recevra personne.',
  },
  V16: {
    en: '“{step}” checks clicks on email {n} right after sending it. Add a wait.',
    fr: '« {step} » vérifie les clics juste après l’envoi de l’e-mail {n}. Ajoutez une attente.',
  },
  V17: {
    en: 'An open alone is not a reaction. Use a click or a visit.',
    fr: 'Une ouverture seule n’est pas une réaction. Préférez un clic ou une visite.',
  },
  V18: {
    en: 'The credit ends before the wait does{n, plural, =0 {.} one {, for # person.} other {, for # people.}}',
    fr: 'Le bon expire avant la fin de l’attente{n, plural, =0 {.} one { pour # personne.} other { pour # personnes.}}',
  },
  V19: {
    en: '“{message}” was deleted. Choose another one.',
    fr: '« {message} » a été supprimé. Choisissez-en un autre.',
  },
  V20: {
    en: 'We have never received the event “{event}”.',
    fr: 'Nous n’avons jamais reçu l’événement « {event} ».',
  },
  V21: {
    en: 'Nobody would have entered in the last 30 days.',
    fr: 'Personne ne serait entré ces 30 derniers jours.',
  },
  V22: {
    en: '{n, plural, one {# person} other {# people}} would enter at once. Spread it over several hours?',
    fr: '{n, plural, one {# personne entrerait} other {# personnes entreraient}} d’un coup. Étaler sur plusieurs heures ?',
  },
  V23: {
    en: 'With this weekly limit, {n, number} of these emails would wait.',
    fr: 'Avec ce plafond, {n, plural, one {# de ces e-mails attendrait} other {# de ces e-mails attendraient}}.',
  },
  V24: {
    en: 'Calls need consent, and this list has none.',
    fr: 'Les appels demandent un accord, et cette liste n’en a aucun.',
  },
  V25: {
    en: 'Control group too small: a result would take {n, plural, one {# week} other {# weeks}}.',
    fr: 'Groupe témoin trop petit : il faudrait {n, plural, one {# semaine} other {# semaines}} pour conclure.',
  },
  V26: {
    en: 'A first discount before any proof teaches people to wait for it.',
    fr: 'Une remise sans preuve apprend aux clients à l’attendre.',
  },
  V27: {
    en: 'No goal: say what success is, or choose “no goal”.',
    fr: 'Pas d’objectif : dites ce qu’est la réussite, ou choisissez « sans objectif ».',
  },
  V28: {
    en: 'Custom step “{step}” is missing version {v} here.',
    fr: 'L’étape « {step} » n’existe pas ici en version {v}.',
  },
  V29: {
    en: 'This path loops without waiting. Add a wait on it.',
    fr: 'Ce chemin tourne sans attendre. Ajoutez-y une attente.',
  },
  V30: { en: '“{field}” cannot be read: {reason}.', fr: '« {field} » est illisible : {reason}.' },
  V31: {
    en: '“{message}” has an error on line {line}.',
    fr: '« {message} » a une erreur à la ligne {line}.',
  },
  V32: { en: 'This email is empty.', fr: 'Cet e-mail est vide.' },
  V33: {
    en: 'One message alone announces this event. People expect at least two: an invitation and a reminder.',
    fr: 'Un seul message annonce cet événement. Il en faut au moins deux : une invitation et un rappel.',
  },
} satisfies Messages

export type ProblemCode = keyof typeof texts

/** All problems in words, for completeness checks and the docs. */
export const problemTexts: Messages<ProblemCode> = texts

const tips: ReadonlySet<ProblemCode> = new Set([
  'V09',
  'V15',
  'V16',
  'V17',
  'V18',
  'V20',
  'V21',
  'V22',
  'V23',
  'V25',
  'V26',
  'V33',
])

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(texts, text)

/** A `fix` blocks publishing, a `tip` does not. */
export const severityOf = (code: ProblemCode): 'fix' | 'tip' => (tips.has(code) ? 'tip' : 'fix')

/** A problem in the reader's language. */
export const problemWords = (
  code: ProblemCode,
  language: Language,
  params: MessageParams,
): string => formatMessage(texts, code, language, params)
