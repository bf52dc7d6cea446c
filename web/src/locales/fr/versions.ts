import type { versions as english } from '../en/versions'

/** Ce qui a été publié d’un scénario, et comment y revenir. */
export const versions = {
  'versions.title': 'Versions',
  'versions.version': 'Version {version}{isLive, select, true { · en ligne} other {}}',
  'versions.publishedBy': '{at}, par {name}',
  'versions.scheduled': 'programmée le {at}',
  'versions.people': '{n, plural, one {# personne en cours} other {# personnes en cours}}',
  'versions.differs':
    '{n, plural, one {Le brouillon diffère en un point :} other {Le brouillon diffère en # points :}}',
  'versions.restore': 'Rétablir',
  'versions.makeDraft': 'En faire le brouillon',
  'versions.look': 'Voir ses chiffres',
  'versions.restored': 'De nouveau comme en version {version}',
  'act.restore': 'revenir à la version {version}',
} satisfies Record<keyof typeof english, string>
