import type { segments as english } from '../en/segments'

export const segments = {
  'segments.about': 'Des groupes de clients toujours à jour',
  'segments.new': 'Nouveau segment',
  'segments.none': 'Pas encore de segment.',
  'segments.noneAbout':
    'Un segment est une règle : chaque personne qui la remplit en fait partie, dès cet instant. Y entrer ou le quitter peut démarrer un scénario.',
  'segments.name': 'Nom',
  'segments.namePlaceholder': 'Clients fidèles',
  'segments.rule': 'Qui en fait partie',
  'segments.people': 'Personnes',
  'segments.changed': 'Modifié',
  'segments.filling': 'comptage en cours',
  'segments.saved': '« {name} » est enregistré.',
  'segments.save': 'Enregistrer le segment',
  'segments.delete': 'Supprimer',
  'segments.start': 'Démarrer un scénario',
  'segments.startAbout': 'À une entrée ou une sortie, ou d’après un modèle réservé à ces personnes',
  'segments.enters': 'Quand quelqu’un y entre',
  'segments.leaves': 'Quand quelqu’un le quitte',
  'segments.entersName': 'Entrée\u00a0: {name}',
  'segments.leavesName': 'Sortie\u00a0: {name}',
  'segments.templateName': '{title}\u00a0: {name}',
  'segments.whoIsIn': 'Qui en fait partie',
  'segments.said': 'En clair :',
  'segments.usedIn': 'Utilisé dans',
  'segments.now': 'Qui en fait partie à présent',
  'segments.inNow':
    '{n, plural, one {personne en fait partie à présent} other {personnes en font partie à présent}}',
  'segments.tenOf': 'Dix personnes sur {n, number}.',
  'segments.unknownField': 'Aucun client n’a pour l’instant la donnée « {field} ».',
} satisfies Record<keyof typeof english, string>
