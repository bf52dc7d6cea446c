import type { home as english } from '../en/home'

export const home = {
  'home.about':
    '{live, plural, =0 {Aucun en ligne} one {# en ligne} other {# en ligne}} · {inside, plural, =0 {personne à l’intérieur} one {# personne à l’intérieur} other {# personnes à l’intérieur}}',
  'home.import': 'Importer',
  'home.new': 'Nouveau scénario',
  'home.untitled': 'Nouveau scénario',
  'home.emptyTitle': 'Commencez par un scénario prêt',
  'home.emptyAbout':
    'Choisissez-en un ci-dessous : les messages sont écrits, les délais viennent de la pratique, et rien ne part avant la publication. Ou partez de rien.',
  'home.emptyCanvas': 'Partir d’une page vide',
  'home.filter': 'Filtrer',
  'home.all': 'Tous',
  'home.live': 'En ligne',
  'home.draft': 'Brouillons',
  'home.paused': 'En pause',
  'home.period': '30 derniers jours',
  'home.scenario': 'Scénario',
  'home.status': 'État',
  'home.inside': 'À l’intérieur',
  'home.entered': 'Entrés',
  'home.converted': 'Convertis',
  'home.edited': 'Modifié',
  'home.noTrigger': 'Rien ne le démarre encore',
  'home.stuck': '{n, plural, one {# personne à débloquer} other {# personnes à débloquer}}',
  'home.broken': '{n, plural, one {# problème à corriger} other {# problèmes à corriger}}',
  'home.drafts': '{n, plural, one {# brouillon non publié} other {# brouillons non publiés}}',
  'home.templates': 'Partir d’un modèle',
  'home.templatesAbout':
    '{n, plural, one {# scénario} other {# scénarios}}, avec des délais issus de la pratique',
  'home.mails': '{n, plural, =0 {sans e-mail} one {# e-mail} other {# e-mails}}',
  'home.ready': 'Vos données sont prêtes · {mails}',
  'home.needs': 'Demande {what}',
} satisfies Record<keyof typeof english, string>
