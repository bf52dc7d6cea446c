import type { asked as english } from '../en/asked'

/** Demander la publication d’un brouillon, et la réponse. */
export const asked = {
  'asked.button': 'Demander la publication',
  'asked.about': '{name} · la décision revient à une personne qui publie',
  'asked.inside':
    '{n, plural, one {# personne est à l’intérieur. Qui publie décide de ce qu’elle devient.} other {# personnes sont à l’intérieur. Qui publie décide de ce qu’elles deviennent.}}',
  'asked.note': 'Un mot pour qui publie',
  'asked.noteHelp': 'Si vous le souhaitez : à quoi cela sert, et pour quand.',
  'asked.done': 'La publication est demandée',
  'asked.title': 'Publication de {name}',
  'asked.by': 'Demandée par {name}, {at}',
  'asked.script': 'un programme',
  'asked.noNote': 'Aucun mot n’accompagne la demande.',
  'asked.changed': 'Le brouillon a changé depuis la demande.',
  'asked.decline': 'Refuser',
  'asked.declined': 'Demande refusée ; la raison est transmise',
  'asked.reason': 'En cas de refus, pourquoi',
  'asked.reasonHelp': 'La personne qui a demandé la lira.',
  'asked.declinedBy': 'Refusée par {name}, {at}',
  'asked.withdraw': 'Retirer la demande',
  'asked.withdrawn': 'Demande retirée',
  'asked.again': 'Demander à nouveau…',
} satisfies Record<keyof typeof english, string>
