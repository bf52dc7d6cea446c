import type { lanes as english } from '../en/lanes'

export const lanes = {
  'lanes.customer': 'Le client',
  'lanes.when': 'Quand',
  'lanes.company': 'L’entreprise',
  'lanes.about': 'Ce que vit le client et ce que fait l’entreprise, sur un même axe du temps.',
  'lanes.run': '{name} : {flow}',
  'lanes.flow': '{flow} : vue des deux côtés',
  'lanes.silence': 'Silence : {time}',
  'lanes.stored': 'Comportement enregistré',
  'lanes.print': 'Imprimer',
  'lanes.start': 'Au départ',
  'lanes.after': 'Après {time}',
  'lanes.way': '{step} : {exit}',
  'lanes.goesOn': 'Suite à l’étape {n}',
  'lanes.recognised': 'Client reconnu, entrée dans le scénario',
  'lanes.receives': 'Reçoit « {message} »',
  'lanes.quiet': 'Rien ne lui parvient',
  'lanes.people': '{n, plural, one {# personne} other {# personnes}}',
  'lanes.median': 'la moitié attend {time} ou plus',
} satisfies Record<keyof typeof english, string>
