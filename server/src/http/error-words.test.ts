import { callFaultTexts } from '@relance/core/words/call-fault-texts'
import { formatWords } from '@relance/core/words/format-message'
import { liquidFaultTexts } from '@relance/templates/liquid/liquid-fault-texts'
import { mjmlFaultTexts } from '@relance/templates/mjml/mjml-fault-texts'
import { expect, test } from 'vitest'
import { inFrench } from './error-words'

test.each([
  ['This flow of words is not ours.', 'This flow of words is not ours.'],
  ['This scenario does not exist.', 'Ce scénario n’existe pas.'],
  [
    'The field totalSpent is computed; it cannot be set.',
    'Le champ totalSpent est calculé\u202f; il ne peut pas être modifié.',
  ],
  [
    'The file lacks a column for: email, amount.',
    'Il manque au fichier une colonne pour\u00a0: email, amount.',
  ],
  ['<mj-text> is not closed.', '<mj-text> n’est pas refermé.'],
  ['{% endif %} closes nothing.', '{% endif %} ne referme rien ici.'],
  ['</mj-text> closes nothing here.', '</mj-text> ne referme rien ici.'],
  [
    '{{ font }} cannot stand here: put it in a text, a link or a colour, or inside mj-raw.',
    '{{ font }} ne peut pas se trouver ici\u00a0: placez-le dans un texte, un lien ou une couleur, ou dans mj-raw.',
  ],
])('%s', (english, french) => expect(inFrench(english)).toBe(french))

test.each([
  ...Object.entries(liquidFaultTexts),
  ...Object.entries(mjmlFaultTexts),
  ...Object.entries(callFaultTexts),
])(
  'a fault of a mail’s code, or of an outside call, is told in French, what it names as it was written: %s',
  (_code, words) => {
    const slots = [...words.en.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const [first = 'none', ...others] = slots
    const named = Object.fromEntries(others.map((slot) => [slot, `${slot}, x`]))
    const params = { [first]: '{% if “$1” $& (a|b) %}\n{{ x', ...named }
    expect(inFrench(formatWords(words, 'en', params))).toBe(formatWords(words, 'fr', params))
  },
)
