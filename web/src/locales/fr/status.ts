import type { status as english } from '../en/status'

export const status = {
  'status.about': 'Ce qui tourne, ce qui attend, ce qui a échoué',
  'status.well': 'Tout fonctionne',
  'status.wellAbout': 'Rien n’est bloqué, personne n’est retenu par un échec.',
  'status.starting': 'Démarrage',
  'status.bad':
    '{n, plural, one {Une chose ne fonctionne pas} other {# choses ne fonctionnent pas}}',
  'status.look': '{n, plural, one {Une chose à regarder} other {# choses à regarder}}',
  'status.since': 'depuis le {at}',
  'status.times': '{n, plural, one {un essai} other {# essais}}',
  'status.stuckDo': 'Redémarrez le worker et lisez son journal\u202f; cela ne fait rien perdre.',
  'status.trouble.sweep':
    'Les personnes à faire entrer dans «\u202f{flow}\u202f» n’ont pas pu être trouvées. Un nouvel essai se fait tout seul\u202f; les autres scénarios continuent.',
  'status.trouble.intake':
    'Les personnes déjà concernées par «\u202f{flow}\u202f» n’ont pas pu être prises. Un nouvel essai se fait tout seul\u202f; les autres scénarios continuent.',
  'status.trouble.schedule':
    'L’audience de «\u202f{flow}\u202f» n’a pas pu être trouvée. Un nouvel essai se fait tout seul\u202f; les autres scénarios continuent.',
  'status.trouble.react':
    'Les évènements d’un client n’ont pas pu être pris en compte. Un nouvel essai se fait tout seul\u202f; les autres clients continuent.',
  'status.trouble.relay':
    'Des personnes n’ont pas pu être réveillées. Un nouvel essai se fait tout seul.',
  'status.trouble.blocked':
    '{subject} refuse nos e-mails, jugés indésirables. Aucune adresse n’a été écartée ; vérifiez le domaine d’envoi et la liste.',
  'status.trouble.complaints':
    'Des destinataires signalent nos e-mails comme indésirables\u00a0: plaintes sur e-mails remis en sept jours, ci-dessous. À partir de 0,3\u00a0%, le marketing est mis en pause.',
  'status.trouble.bounces':
    'Les e-mails adressés à une liste importée reviennent\u00a0: plus de 2\u00a0% des premiers. Le marketing vers cette liste est en pause, les messages de service continuent.',
  'status.trouble.provider':
    'Un prestataire d’envoi ({subject}) n’a pas pu prendre d’e-mails. Le suivant est sollicité s’il y en a un\u202f; sinon un nouvel essai se fait tout seul.',
  'status.openSending': 'Voir l’envoi',
  'status.trouble.dispatch':
    'Des e-mails n’ont pas pu être remis. Un nouvel essai se fait tout seul.',
  'status.trouble.other':
    'Une partie du travail a échoué ({queue}). Un nouvel essai se fait tout seul.',
  'status.reason': 'Raison\u00a0:',
  'status.openFlow': 'Ouvrir le scénario',
  'status.openCustomer': 'Ouvrir le client',
  'status.ruleDo':
    'Si c’est trop long, simplifiez les conditions du déclencheur\u00a0: moins nombreuses, sur une période plus courte.',
  'status.queues': 'Ce qui attend',
  'status.queue': 'Travail',
  'status.waiting': 'En attente',
  'status.oldest': 'Le plus ancien depuis',
  'status.atLeast': '{n, number} ou plus',
  'status.nothing': 'rien',
  'status.stuck': 'bloqué depuis {since}',
  'status.moves': 'avance',
  'status.timers': 'Attentes des {minutes} dernières minutes',
  'status.timersSaid':
    '{count, plural, =0 {Aucune attente ne s’est terminée.} one {Une attente s’est terminée.} other {# attentes se sont terminées.}}',
  'status.timersLate': 'La moitié au plus {p50} après l’heure prévue, 99\u00a0% au plus {p99}.',
  'status.nudges':
    '{n, plural, =0 {Personne n’a dû être réveillé une seconde fois.} one {Une personne a dû être réveillée une seconde fois.} other {# personnes ont dû être réveillées une seconde fois.}}',
  'status.workers': 'Processus de travail',
  'status.workerNow': 's’est manifesté il y a {age}',
  'status.workerGone': 'silencieux depuis {age}',
  'status.workerSince': 'démarré le {at}',
  'status.noWorker': 'Aucun depuis un jour.',
  'status.mails': 'E-mails, selon le moment où une étape les a demandés',
  'status.mailResult': 'Résultat',
  'status.hour': 'Dernière heure',
  'status.day': 'Dernières 24 heures',
  'status.mail.sent': 'Envoyés',
  'status.mail.queued': 'En attente d’envoi',
  'status.mail.sending': 'En cours d’envoi',
  'status.mail.refused': 'Non envoyés',
  'status.mail.failed': 'Échoués',
  'status.noMails': 'Aucun depuis 24 heures.',
  'status.attention': 'Personnes arrêtées par une étape en échec',
  'status.attentionCount': '{n, plural, one {# personne} other {# personnes}}',
  'status.attentionAbout':
    'Corrigez ce qui ne va pas, puis réessayez l’étape, ou passez-la. Les autres continuent.',
  'status.nobody': 'Personne',
  'status.setAside': 'Évènements mis de côté',
  'status.setAsideCount': '{n, plural, one {# évènement} other {# évènements}}',
  'status.setAsideAbout':
    'Ils ont été essayés cinq fois sans pouvoir être pris en compte. Les évènements suivants du même client l’ont été.',
  'status.setAsideNone': 'Aucun',
} satisfies Record<keyof typeof english, string>
