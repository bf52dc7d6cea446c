import type { Messages } from './format-message'
import type { Words } from './language'

/** The engine's queues, as the database names them: what waits to be done by a worker. */
export const queueNames = [
  'events',
  'wakes',
  'due',
  'mails',
  'sending',
  'timers',
  'lines',
  'schedules',
  'acts',
  'imports',
  'intakes',
  'activity',
  'scores',
  'fills',
  'segments',
  'erasures',
  'feeds',
] as const
export type QueueName = (typeof queueNames)[number]

/** What waits there. */
export const queueWords: Messages<QueueName> = {
  events: { en: 'Events to be taken in', fr: 'Évènements à prendre en compte' },
  wakes: { en: 'People to be woken', fr: 'Personnes à réveiller' },
  due: {
    en: 'People who may enter a scenario',
    fr: 'Personnes qui peuvent entrer dans un scénario',
  },
  mails: { en: 'Mails to be sent', fr: 'E-mails à envoyer' },
  sending: { en: 'Mails being sent', fr: 'E-mails en cours d’envoi' },
  timers: { en: 'Waits that are over', fr: 'Attentes terminées' },
  lines: { en: 'The look for who is due', fr: 'La recherche des personnes concernées' },
  schedules: { en: 'Scheduled audiences', fr: 'Audiences programmées' },
  acts: {
    en: 'Scheduled starts and ends of scenarios',
    fr: 'Débuts et fins de scénarios programmés',
  },
  imports: { en: 'Imports', fr: 'Imports' },
  intakes: { en: 'People let in on publishing', fr: 'Entrées à la publication' },
  activity: { en: 'The look for who falls silent', fr: 'La recherche des silences' },
  scores: { en: 'Scores of everybody', fr: 'Scores de tous les clients' },
  fills: { en: 'Segments being gathered', fr: 'Segments en préparation' },
  segments: { en: 'People whom segments look at', fr: 'Personnes examinées par les segments' },
  erasures: { en: 'People to be erased', fr: 'Personnes à effacer' },
  feeds: { en: 'Catalogues to be fetched', fr: 'Catalogues à récupérer' },
}

/** What it means when nothing moves there any more; `since` is a length of time in words. */
export const stuckWords: Messages<QueueName> = {
  events: {
    en: 'Events are accepted, but none has been taken in for {since}.',
    fr: 'Les évènements sont acceptés, mais aucun n’est pris en compte depuis {since}.',
  },
  wakes: {
    en: 'Nobody has been woken for {since}. People wait longer than they should.',
    fr: 'Personne n’est réveillé depuis {since}. Les personnes attendent plus longtemps que prévu.',
  },
  due: {
    en: 'Nobody has entered a time scenario for {since}.',
    fr: 'Personne n’entre dans un scénario lié au temps depuis {since}.',
  },
  mails: {
    en: 'Mails are due, but none has been taken for {since}.',
    fr: 'Des e-mails sont à envoyer, mais aucun ne part depuis {since}.',
  },
  sending: {
    en: 'A mail has been under way for {since} without an answer.',
    fr: 'Un e-mail est en cours d’envoi depuis {since}, sans réponse.',
  },
  timers: {
    en: 'Waits are over, but nobody has gone on for {since}.',
    fr: 'Des attentes sont terminées, mais personne n’avance depuis {since}.',
  },
  lines: {
    en: 'Nobody has looked for {since} who is due to enter a scenario.',
    fr: 'Depuis {since}, personne n’est recherché pour entrer dans un scénario.',
  },
  schedules: {
    en: 'A scheduled audience has been waiting for {since}.',
    fr: 'Une audience programmée attend depuis {since}.',
  },
  acts: {
    en: 'A scenario that was to start or end has been waiting for {since}.',
    fr: 'Un scénario qui devait démarrer ou s’arrêter attend depuis {since}.',
  },
  imports: {
    en: 'A file has been waiting for {since} without a line being read.',
    fr: 'Un fichier attend depuis {since} sans qu’une ligne soit lue.',
  },
  intakes: {
    en: 'People who were to enter on publishing have been waiting for {since}.',
    fr: 'Des personnes qui devaient entrer à la publication attendent depuis {since}.',
  },
  activity: {
    en: 'Nobody has looked for {since} who has fallen silent.',
    fr: 'Depuis {since}, les silences des clients ne sont plus recherchés.',
  },
  scores: {
    en: 'The scores of everybody have been waiting for {since}; orders are still scored as they come.',
    fr: 'Le calcul de tous les scores attend depuis {since}\u202f; chaque commande reste prise en compte.',
  },
  fills: {
    en: 'A segment has been gathering its people for {since} without getting on.',
    fr: 'Un segment réunit ses membres depuis {since} sans avancer.',
  },
  segments: {
    en: 'For {since} nobody has been looked at who may enter or leave a segment.',
    fr: 'Depuis {since}, les entrées et sorties des segments ne sont plus examinées.',
  },
  erasures: {
    en: 'Somebody has been waiting to be erased for {since}.',
    fr: 'Une personne attend d’être effacée depuis {since}.',
  },
  feeds: {
    en: 'A shop’s catalogue has been waiting to be fetched for {since}.',
    fr: 'Le catalogue d’une boutique attend d’être récupéré depuis {since}.',
  },
}

/** The parts that everything stands on, when they are there and when they are not. */
export const partWords = {
  database: {
    works: { en: 'The database answers.', fr: 'La base de données répond.' },
    fails: {
      en: 'The database is away. Nothing is lost; what comes in meanwhile is refused with “try again”.',
      fr: 'La base de données est injoignable. Rien n’est perdu\u202f; ce qui arrive entre-temps est refusé avec «\u202fréessayez\u202f».',
    },
  },
  temporal: {
    works: { en: 'Temporal answers.', fr: 'Temporal répond.' },
    fails: {
      en: 'Temporal is away. Events and mails go on; whoever waits goes on once it is back.',
      fr: 'Temporal est injoignable. Évènements et e-mails continuent\u202f; les personnes en attente reprendront à son retour.',
    },
  },
  worker: {
    works: { en: 'A worker is at work.', fr: 'Un worker est au travail.' },
    fails: {
      en: 'No worker has been heard of for {since}. Start one with “npm run worker”, and read its log.',
      fr: 'Aucun worker ne s’est manifesté depuis {since}. Démarrez-en un avec «\u202fnpm run worker\u202f», et lisez son journal.',
    },
    never: {
      en: 'No worker has ever been heard of. Start one with “npm run worker”.',
      fr: 'Aucun worker ne s’est encore manifesté. Démarrez-en un avec «\u202fnpm run worker\u202f».',
    },
    starting: {
      en: 'The server has just started and no worker has been heard of yet.',
      fr: 'Le serveur vient de démarrer et aucun worker ne s’est encore manifesté.',
    },
  },
} as const satisfies Record<string, Record<string, Words>>
