import type { answers as english } from '../en/answers'

export const answers = {
  'answers.about':
    '{n, plural, =0 {Personne n’attend} one {# client attend} other {# clients attendent}} une réponse de votre part',
  'answers.which': 'Quelles réponses',
  'answers.open': 'À traiter',
  'answers.mine': 'Les miennes',
  'answers.done': 'Traitées',
  'answers.none-open': 'Personne n’attend de réponse',
  'answers.none-mine': 'Rien ne vous attend',
  'answers.none-done': 'Aucune réponse n’a encore été traitée',
  'answers.noneAbout':
    'Qui répond à un e-mail figure ici jusqu’à ce que quelqu’un marque sa réponse comme traitée\u202f; d’ici là, les e-mails commerciaux de ce scénario l’attendent. Les messages d’absence sont ignorés.',
  'answers.more': 'Il y en a d’autres, qui apparaîtront au fil des traitements.',
  'answers.unnamed': 'Un client sans nom',
  'answers.from': 'Réponse de {name}',
  'answers.to': 'à «\u202f{subject}\u202f», un e-mail du scénario «\u202f{flow}\u202f»',
  'answers.noSubject': 'sans objet',
  'answers.nothing': 'Rien d’autre que le texte cité.',
  'answers.whole': 'Tout afficher',
  'answers.less': 'Afficher moins',
  'answers.cart': 'Dans le panier, {value}\u00a0: {what}',
  'answers.holds': 'Les e-mails commerciaux du scénario attendent jusqu’au {at} au plus tard',
  'answers.owner': 'Qui répond à {name}',
  'answers.nobody': 'Personne encore',
  'answers.write': 'Lui écrire',
  'answers.note': 'Ce qui a été convenu',
  'answers.noteOf': 'Ce qui a été convenu avec {name}',
  'answers.close': 'C’est traité',
  'answers.doneBy': 'Traitée par {who}, {at}',
  'answers.script': 'un programme',
  'answers.reopen': 'Rouvrir',
} satisfies Record<keyof typeof english, string>
