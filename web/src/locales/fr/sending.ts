import type { sending as english } from '../en/sending'

export const sending = {
  'sending.title': 'Limites d’envoi',
  'sending.about':
    'Combien d’e-mails partent en tout, pour que les messageries continuent à les accepter. Les messages de service comptent et partent toujours\u202f; ce qui dépasse attend une place.',
  'sending.today': 'Envois du jour',
  'sending.plan': 'Montée en charge de {domain}, jour {day, number}',
  'sending.next':
    'Part suivante\u00a0: {next, number}, {at}, si la moitié de celle-ci au moins est utilisée\u202f; sinon autant.',
  'sending.nextFree':
    'Plus de limite à partir du {at}, si la moitié de cette part au moins est utilisée.',
  'sending.all': 'Tous les e-mails du jour',
  'sending.ofHour': 'Vers {domain} dans cette heure',
  'sending.ofDay': 'Vers {domain} aujourd’hui',
  'sending.noLimit': 'Aucune limite ne s’applique aujourd’hui.',
  'sending.held':
    '{mails, plural, one {Un e-mail est retenu} other {# e-mails sont retenus}} {by}.',
  'sending.daily': 'E-mails par jour',
  'sending.dailyMost': 'Nombre d’e-mails par jour au plus',
  'sending.warmUp': 'Faire connaître un nouvel expéditeur',
  'sending.from': 'de',
  'sending.start': 'Nombre le premier jour',
  'sending.times': 'par jour, multiplié par',
  'sending.factor': 'Combien de fois plus le jour suivant',
  'sending.upTo': 'chaque jour, libre à partir de',
  'sending.end': 'Nombre à partir duquel il n’y a plus de limite',
  'sending.warmUpHelp':
    'Pour le domaine de votre adresse d’expéditeur. Les messageries se méfient d’un domaine qui envoie soudain beaucoup.',
  'sending.domain': 'Domaine des destinataires',
  'sending.domainHelp': 'Un domaine comme gmail.com, ou * pour chacun des autres',
  'sending.mostTo': 'Nombre vers {domain} au plus',
  'sending.perOf': 'Période pour {domain}',
  'sending.perHour': 'par heure',
  'sending.perDay': 'par jour',
  'sending.removeLimit': 'Supprimer la limite pour {domain}',
  'sending.addLimit': 'Ajouter une limite pour un domaine',
  'sending.dayBegins': 'Une journée d’envoi commence à',
  'sending.pauses': 'Ce qui est en pause',
  'sending.paused-marketing': 'Le marketing est en pause',
  'sending.paused-domain': 'Le marketing vers {domain} est en pause',
  'sending.paused-import': 'Le marketing vers les contacts de {file} est en pause',
  'sending.whyImport':
    '{hard, number} des {sends, number} premiers e-mails à ces contacts sont revenus définitivement ({share}). Les messages de service continuent.',
  'sending.why': 'Pourquoi cette liste peut-elle recevoir vos e-mails\u202f?',
  'sending.whyMarketing':
    '{complaints, number} plaintes pour {delivered, number} e-mails remis ({share}). Les messages de service continuent.',
  'sending.whyDomain':
    '{domain} refuse nos e-mails ({code}). Aucune adresse n’a été écartée\u202f; les messages de service continuent.',
  'sending.until': 'Jusqu’au {at}.',
  'sending.since': 'Depuis le {at}, jusqu’à votre reprise.',
  'sending.resume': 'Reprendre',
  'sending.resumed': 'L’envoi reprend',
} satisfies Record<keyof typeof english, string>
