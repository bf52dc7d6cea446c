export const outline = {
  'outline.title': 'Outline',
  'outline.name':
    'Scenario {name} as a list, {n, plural, =0 {no step} one {# step} other {# steps}}',
  'outline.drawing': 'See the drawing (O)',
  'outline.open': 'See the outline',
  'outline.computer': 'Continue on a computer',
  'outline.addressCopied': 'The address of this page is copied: open it on a computer.',
  'outline.step': '{n} {title}: {sentence}',
  'outline.entered': '<b>{n, number}</b> entered',
  'outline.exits': '{n, plural, =2 {Two exits} other {# exits}}',
  'outline.exit': '{exit}:',
  'outline.exitOpen': '{exit}: problem, leads nowhere',
  'outline.onlyExitOpen': 'Problem, leads nowhere',
  'outline.nowhere': 'leads nowhere',
  'outline.continues': 'continues at {n}, {title}',
  'outline.goesBack':
    'goes back to {n}, {title}, at most {times, plural, one {once} other {# times}}',
  'outline.problem': 'Problem: {problem}',
  'skip.name': 'Skip to',
  'skip.canvas': 'To the drawing',
  'skip.outline': 'To the outline',
  'skip.inspector': 'To the settings',
  'skip.problems': 'To the problems',
  'removeRest.title': 'Remove {n, plural, one {# step} other {# steps}}?',
  'removeRest.about':
    '“{step}”, and {n, plural, =0 {nothing else: other paths lead to what follows} one {the step that only it leads to} other {the # steps that only it leads to}}.',
  'removeRest.button': 'Remove {n, plural, one {# step} other {# steps}}',
} as const
