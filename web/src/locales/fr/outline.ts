import type { outline as english } from '../en/outline'

export const outline = {
  'outline.title': 'Plan',
  'outline.name':
    'Scénario {name} en liste, {n, plural, =0 {aucune étape} one {# étape} other {# étapes}}',
  'outline.drawing': 'Voir le dessin (O)',
  'outline.open': 'Voir le plan',
  'outline.computer': 'Continuer sur un ordinateur',
  'outline.addressCopied': 'L’adresse de cette page est copiée : ouvrez-la sur un ordinateur.',
  'outline.step': '{n} {title} : {sentence}',
  'outline.entered': '{n, plural, one {<b>#</b> entré} other {<b>#</b> entrés}}',
  'outline.exits': '{n, plural, =2 {Deux sorties} other {# sorties}}',
  'outline.exit': '{exit} :',
  'outline.exitOpen': '{exit} : problème, ne mène nulle part',
  'outline.onlyExitOpen': 'Problème, ne mène nulle part',
  'outline.nowhere': 'ne mène nulle part',
  'outline.continues': 'continue à l’étape {n}, {title}',
  'outline.goesBack':
    'revient à l’étape {n}, {title}, {times, plural, one {# fois} other {# fois}} au plus',
  'outline.problem': 'Problème : {problem}',
  'skip.name': 'Aller à',
  'skip.canvas': 'Au dessin',
  'skip.outline': 'Au plan',
  'skip.inspector': 'Aux réglages',
  'skip.problems': 'Aux problèmes',
  'removeRest.title': 'Retirer {n, plural, one {# étape} other {# étapes}} ?',
  'removeRest.about':
    '« {step} », et {n, plural, =0 {rien d’autre : d’autres chemins mènent à la suite} one {l’étape à laquelle elle seule mène} other {les # étapes auxquelles elle seule mène}}.',
  'removeRest.button': 'Retirer {n, plural, one {# étape} other {# étapes}}',
} satisfies Record<keyof typeof english, string>
