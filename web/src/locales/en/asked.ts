/** Asking publishers for a draft, and what they answer. */
export const asked = {
  'asked.button': 'Ask to publish',
  'asked.about': '{name} · a publisher decides',
  'asked.inside':
    '{n, plural, one {# person is inside. The publisher says what happens to them.} other {# people are inside. The publisher says what happens to them.}}',
  'asked.note': 'A word to the publisher',
  'asked.noteHelp': 'If you like: what it is for, and until when.',
  'asked.done': 'Publishers have been asked',
  'asked.title': 'Publishing {name}',
  'asked.by': 'Asked by {name}, {at}',
  'asked.script': 'a program',
  'asked.noNote': 'No word with it.',
  'asked.changed': 'The draft has changed since it was asked for.',
  'asked.decline': 'Decline',
  'asked.declined': 'Declined; whoever asked reads why',
  'asked.reason': 'Why not, if you decline',
  'asked.reasonHelp': 'Whoever asked reads it.',
  'asked.declinedBy': 'Declined by {name}, {at}',
  'asked.withdraw': 'Take it back',
  'asked.withdrawn': 'Taken back; nobody is asked any more',
  'asked.again': 'Ask again…',
}
