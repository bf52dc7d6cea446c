import type { publish as english } from '../en/publish'

export const publish = {
  'publish.open': 'Publier…',
  'publish.openWith':
    'Publier, {n, plural, one {# problème à corriger} other {# problèmes à corriger}}',
  'ask.open': 'Demander la publication…',
  'ask.openWith':
    'Demander la publication, {n, plural, one {# problème à corriger} other {# problèmes à corriger}}',
  'ask.waits': '{name, select, null {Publication demandée} other {{name} demande la publication}}',
  'ask.declined': 'Publication refusée',
  'publish.titlePlain': 'Publier',
  'publish.title': 'Publier la version {version}',
  'publish.button': 'Publier la version {version}',
  'publish.liveSince': '{name} · la version {version} est en ligne depuis le {at}',
  'publish.first': '{name} · première version',
  'publish.changes': 'Ce qui change',
  'publish.mailChanged': '{name} : version {next} au lieu de {live}',
  'publish.seeMail': 'Voir « {subject} » tel que le message partira désormais',
  'publish.mailAbout': 'Tel qu’un client fictif le recevrait désormais.',
  'publish.whatHappens': 'Ce qui va se passer',
  'publish.moreSteps': 'et {n, plural, one {# étape de plus} other {# étapes de plus}}',
  'publish.inside':
    '{n, plural, one {La personne déjà} other {Les # personnes déjà}} dans la version {live}',
  'publish.finish': 'Elles terminent sur la version {live}',
  'publish.finishAbout': 'Rien ne change pour elles.',
  'publish.move': 'Elles passent à la version {next}',
  'publish.moveAbout': 'Le temps déjà attendu compte, et personne ne reçoit deux fois une étape.',
  'publish.leave': 'Elles sortent maintenant',
  'publish.leaveAbout':
    '{n, plural, one {# personne ne recevra} other {# personnes ne recevront}} plus rien de ce scénario.',
  'publish.leaveSure':
    'Oui, {n, plural, one {# personne ne recevra} other {# personnes ne recevront}} plus rien',
  'publish.advised': 'conseillé',
  'publish.step': 'Étape',
  'publish.people': 'Personnes',
  'publish.goesTo': 'Va vers',
  'publish.samePlace': 'la même étape',
  'publish.chooseTarget': 'Choisir une étape',
  'publish.newEnd': 'Nouvelle fin de l’attente',
  'publish.endsBetween': 'du {from} au {to}',
  'publish.atOnce':
    '{n, plural, one {dont # continue aussitôt} other {dont # continuent aussitôt}}',
  'publish.spreadWho':
    '{n, plural, one {La personne qui continuerait aussitôt} other {Les # personnes qui continueraient aussitôt}}',
  'publish.spread': 'Étaler sur plusieurs heures',
  'publish.spreadNot': 'Tout laisser repartir aussitôt',
  'publish.fromNow': 'À partir de maintenant',
  'publish.fromNowAbout':
    'Toute personne qui déclenche le scénario entre dans la nouvelle version.',
  'publish.perDay':
    'Environ <b>{n, plural, one {# personne} other {# personnes}}</b> par jour, comme {days, plural, one {ce dernier jour} other {ces # derniers jours}}.',
  'publish.firstMessage':
    'Toute personne qui entre maintenant reçoit le premier message le <b>{at}</b> au plus tôt.',
  'publish.limits':
    'Les plafonds, les heures calmes et le consentement valent pour cette version comme pour les autres.',
  'publish.alsoPast':
    'Prendre aussi <b>{n, plural, one {la personne} other {les # personnes}}</b> déjà au-delà de ce seuil',
  'publish.checked': 'Expéditeur, accords et chemins vérifiés',
  'publish.blocked':
    '{n, plural, one {Un point à corriger d’abord} other {# points à corriger d’abord}}',
  'publish.note': 'Une note sur cette version',
  'publish.noteHelp':
    'Si vous le souhaitez : la raison de cette publication. Elle figure dans la liste des versions.',
  'publish.done': 'La version {version} est en ligne',
  'publish.doneEntered':
    'La version {version} est en ligne, {n, plural, one {# personne entrée} other {# personnes entrées}}',
  'publish.failed': 'Rien n’a changé. {reason}',
  'publish.unsaved': 'Le brouillon n’a pas pu être enregistré : il ne peut pas encore être publié.',
  'pause.button': 'Mettre en pause',
  'pause.done': 'En pause. Personne n’entre, rien ne part, personne n’est perdu.',
  'resume.open': 'Reprendre…',
  'resume.title': 'Reprendre {name}',
  'resume.overdue':
    '{n, plural, =0 {Aucune échéance pendant la pause.} one {# personne est arrivée à échéance pendant la pause. Son message :} other {# personnes sont arrivées à échéance pendant la pause. Leurs messages :}}',
  'resume.spread': 'Les étaler sur {n, plural, one {une heure} other {# heures}}',
  'resume.spreadLength': 'Nombre d’heures d’étalement',
  'resume.skipLength': 'Nombre de jours de retard admis',
  'resume.spreadAbout': 'Ménage la réputation de l’expéditeur.',
  'resume.now': 'Les envoyer maintenant',
  'resume.nowAbout': 'Tous, aussi vite que possible.',
  'resume.skip': 'Passer ceux en retard de plus {n, plural, one {d’un jour} other {de # jours}}',
  'resume.skipAbout': 'Les personnes passent à leur étape suivante.',
  'resume.button': 'Reprendre le scénario',
  'resume.done': 'Le scénario reprend',
  'stop.open': 'Arrêter…',
  'stop.title': 'Arrêter {name}',
  'stop.about':
    '{n, plural, =0 {Personne n’est dedans. Plus personne n’entrera.} one {# personne est dedans. Plus personne n’entrera.} other {# personnes sont dedans. Plus personne n’entrera.}}',
  'stop.finish': 'Elles terminent',
  'stop.finishAbout': 'Qui est dedans va jusqu’au bout.',
  'stop.button': 'Arrêter le scénario',
  'stop.done': 'Le scénario est arrêté',
} satisfies Record<keyof typeof english, string>
