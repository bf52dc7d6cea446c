import type { pressure as english } from '../en/pressure'

export const pressure = {
  'pressure.title': 'Pression sur une même personne',
  'pressure.about':
    'Le compte porte sur tous les scénarios, sur toute période de cette durée. S’il ne reste de place que pour un message, le scénario le plus prioritaire passe d’abord. Les messages de service échappent aux plafonds.',
  'pressure.emailMost': 'E-mails',
  'pressure.smsMost': 'SMS',
  'pressure.allMost': 'Tous canaux confondus',
  'pressure.atMost': 'au plus',
  'pressure.within': 'en',
  'pressure.days': 'jours',
  'pressure.mostOf': '{what}\u00a0: combien au plus',
  'pressure.daysOf': '{what}\u00a0: en combien de jours',
  'pressure.quiet': 'Heures calmes',
  'pressure.quietHelp':
    'Dans le fuseau horaire du client s’il est connu, sinon dans celui de l’espace. Les messages attendent qu’elles se terminent.',
  'pressure.quiet.between': 'entre',
  'pressure.quiet.and': 'et',
  'pressure.quiet.from': 'Début des heures calmes',
  'pressure.quiet.to': 'Fin des heures calmes',
  'pressure.sunset': 'Écrire moins à qui ne réagit plus',
  'pressure.halfAfterDays': 'La moitié au bout de',
  'pressure.quarterAfterDays': 'Le quart au bout de',
  'pressure.stopAfterDays': 'Plus rien au bout de',
  'pressure.sunsetHelp':
    'À compter de la dernière visite, du dernier clic ou de la dernière commande\u202f; une ouverture n’est pas une réaction. Une note de 2 sur 5 ou moins fait descendre d’un palier aussitôt\u202f; une visite, un clic ou une commande rétablit tout.',
  'pressure.priority': 'Priorité',
  'pressure.priorityHelp':
    'Si les plafonds ne laissent de place que pour un message, le scénario le plus prioritaire l’envoie.',
  'pressure.priority.2': 'La plus haute',
  'pressure.priority.1': 'Haute',
  'pressure.priority.0': 'Normale',
  'pressure.priority.-1': 'Basse',
  'pressure.priority.-2': 'La plus basse',
  'pressure.priorityIs': 'Priorité\u00a0: <b>{priority}</b>',
  'pressure.ownQuiet': 'Heures propres au scénario',
  'pressure.ownQuietHelp': 'Sans cette case, celles de l’espace.',
  'pressure.quietIs': 'Calme entre <b>{from}</b> et <b>{to}</b>',
} satisfies Record<keyof typeof english, string>
