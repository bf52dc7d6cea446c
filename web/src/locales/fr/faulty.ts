import type { faulty as english } from '../en/faulty'

export const faulty = {
  'faulty.title': 'Un envoi qui a mal tourné',
  'faulty.about': 'Ce que cette étape a envoyé ces sept derniers jours, depuis le {from}',
  'faulty.aboutMail': '«\u202f{mail}\u202f», tel que cette étape l’envoie depuis le {from}',
  'faulty.seeMail': 'Voir l’e-mail',
  'faulty.sendTo':
    '{n, plural, =0 {Personne à qui présenter des excuses} one {Présenter des excuses à # personne} other {Présenter des excuses à # personnes}}',
  'faulty.reached': 'Elles vont à <b>{n, number}</b> {n, plural, one {personne} other {personnes}}',
  'faulty.hit': '<b>{n}</b> {n, plural, one {personne l’a reçu} other {personnes l’ont reçu}}',
  'faulty.repeated': '<b>{n}</b> d’entre elles plus d’une fois en un jour',
  'faulty.mails': '<b>{n}</b> {n, plural, one {e-mail} other {e-mails}} en tout',
  'faulty.complained':
    '<b>{n}</b> {n, plural, one {a signalé un abus} other {ont signalé un abus}}',
  'faulty.unsubscribed':
    '<b>{n}</b> {n, plural, one {s’est désabonnée} other {se sont désabonnées}}',
  'faulty.paused': 'Cette étape est arrêtée',
  'faulty.pausedAbout':
    'Elle a envoyé deux fois le même e-mail à une personne en un jour. Qui y arrive attend que quelqu’un ait regardé.',
  'faulty.lift': 'La laisser continuer',
  'faulty.lifted': 'L’étape continue',
  'faulty.severity': 'Est-ce grave\u202f?',
  'faulty.minor': 'Une petite erreur',
  'faulty.minorAbout':
    'Une faute de frappe, une mauvaise image. Rien ne part\u00a0: des excuses la montreraient à toutes les personnes qui ne l’ont pas vue.',
  'faulty.serious': 'Une faute sérieuse',
  'faulty.seriousAbout':
    'Le même e-mail plusieurs fois, les mauvaises personnes. Des excuses vont exactement aux personnes touchées.',
  'faulty.binding': 'Un prix erroné, ou un engagement',
  'faulty.bindingAbout':
    'Un prix, une remise ou une promesse involontaires. Des excuses partent une fois, et chaque personne touchée attend ci-dessous la réponse de quelqu’un.',
  'faulty.queued': '{n, plural, one {# client attend} other {# clients attendent}} une réponse',
  'faulty.cases': 'Clients à qui répondre',
  'faulty.casesAbout': 'D’abord ceux qui attendent depuis le plus longtemps.',
  'faulty.more': 'Il y en a d’autres, qui apparaîtront au fil des réponses.',
  'faulty.agreed': 'Ce qui a été convenu avec {who}',
  'faulty.answered': 'Répondu',
  'faulty.unnamed': 'Un client sans nom',
  'faulty.whom': 'Les excuses vont',
  'faulty.whom-repeated':
    '{n, plural, one {à la personne qui l’a reçu plus d’une fois} other {aux # personnes qui l’ont reçu plus d’une fois}}',
  'faulty.whom-everyone':
    '{n, plural, one {à la personne qui l’a reçu} other {aux # personnes qui l’ont reçu}}',
  'faulty.mail': 'Avec l’e-mail',
  'faulty.shipped': 'les excuses livrées avec Relance',
  'faulty.once':
    'Chaque personne les reçoit une fois, même si vous appuyez deux fois. Les personnes désabonnées ou injoignables ne reçoivent rien.',
  'faulty.send': 'Présenter des excuses',
  'faulty.sent':
    '{n, plural, one {Les excuses vont à # personne} other {Les excuses vont à # personnes}}',
  'faulty.made': 'Excuses du {at}',
  'faulty.madeTo': 'Pour <b>{n, number}</b> {n, plural, one {personne} other {personnes}}',
  'faulty.madeSent': '<b>{n, number}</b> {n, plural, one {l’a reçu} other {l’ont reçu}}',
  'faulty.list-hit': 'Ont reçu l’e-mail',
  'faulty.list-repeated': 'L’ont reçu plus d’une fois en un jour',
  'faulty.list-mails': 'Tous les e-mails',
  'faulty.list-complained': 'Se sont plaintes',
  'faulty.list-unsubscribed': 'Se sont désabonnées',
  'faulty.list-reached': 'Les excuses vont à',
  'faulty.list-leftOut': 'Écartées\u00a0: {reason}',
  'faulty.list-apologisedTo': 'Choisies pour les excuses',
  'faulty.list-apologySent': 'Ont reçu les excuses',
  'faulty.leftOut':
    '<b>{n, number}</b> {n, plural, one {laissée} other {laissées}} de côté\u00a0: {reason}',
  'faulty.alreadyApologised': 'excuses déjà présentées',
  'faulty.alarm':
    '«\u202f{mail}\u202f» se répète dans {flow}\u00a0: {people, plural, one {# personne l’a reçu} other {# personnes l’ont reçu}} plus d’une fois, {held, plural, one {# attend} other {# attendent}}',
  'faulty.look': 'Regarder',
} satisfies Record<keyof typeof english, string>
