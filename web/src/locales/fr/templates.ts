import type { templates as english } from '../en/templates'

/** A template before it is taken, and what is asked before it opens. */
export const templates: Record<keyof typeof english, string> = {
  'templates.none': 'Ce modèle n’existe plus.',
  'templates.use': 'Utiliser ce modèle',
  'templates.steps': 'Ce qui se passe, étape par étape',
  'templates.way': 'Si « {exit} »',
  'templates.goesOn': '{exit} : continue à l’étape {n}',
  'templates.needs': 'Ce qu’il lui faut',
  'templates.there': 'Reçu',
  'templates.missing': 'Pas encore reçu',
  'templates.lacking': 'Absent pour {missing} sur {of}',
  'templates.mails':
    '{n, plural, =0 {Aucun message} one {Ce qu’il écrit : # e-mail} other {Ce qu’il écrit : # e-mails}}',
  'templates.madeUp': 'Pour un client imaginaire, à l’image de vos e-mails',
  'templates.things': 'Trois choses à savoir',
  'templates.thingsAbout': 'Demandées une fois, pour tous les scénarios',
  'templates.sender': 'Qui écrit',
  'templates.senderAbout': 'Le nom et l’adresse que vos clients voient, et à laquelle répondre.',
  'templates.look': 'L’allure des e-mails',
  'templates.lookAbout': 'Votre nom, votre couleur, votre logo. Le reste est dans les réglages.',
  'templates.events': 'Ce que votre boutique nous dit',
  'templates.eventsAbout': 'Ce qui démarre et arrête le scénario.',
  'templates.calledThere': 'Son nom dans votre boutique : {event}',
  'templates.received': 'Reçu',
  'templates.notReceived': 'Pas encore reçu',
  'templates.connect':
    'Vous pouvez publier avant que le premier n’arrive. <link>Connectez votre boutique</link> quand vous voudrez.',
  'templates.later': 'Rien ne part avant la publication. Ce qui est vide peut attendre.',
  'templates.open': 'Ouvrir le scénario',
}
