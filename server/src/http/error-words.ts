import { mailFaultPatterns } from '@relance/core/mail/fault-words'
import { callFaultTexts } from '@relance/core/words/call-fault-texts'
import type { Language, Words } from '@relance/core/words/language'
import { readingWords } from '@relance/core/words/reading-words'
import { liquidFaultTexts } from '@relance/templates/liquid/liquid-fault-texts'
import { mjmlFaultTexts } from '@relance/templates/mjml/mjml-fault-texts'
import { checksFailWords } from '@relance/workflows/scheduled/checks-fail-words'
import { frenchSentences } from './french-sentences'

/** A text of a catalogue whose slots are all plain, `{name}`: read in English, written in French. */
function patternOf({ en, fr }: Words): readonly [RegExp, string] {
  const literal = en.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const said = new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>.*)')}$`, 's')
  return [said, fr.replace(/\{(\w+)\}/g, '$<$1>')]
}

/** Sentences that name something: what is caught in the English is put in the French. */
const frenchPatterns: readonly (readonly [RegExp, string])[] = [
  [
    /^“(.+)” cannot be the (\S+) of a customer\.$/,
    '«\u202f$1\u202f» ne peut pas être le champ $2 d’un client.',
  ],
  [
    /^The field (\S+) is computed; it cannot be set\.$/,
    'Le champ $1 est calculé\u202f; il ne peut pas être modifié.',
  ],
  [/^The file lacks a column for: (.+)\.$/, 'Il manque au fichier une colonne pour\u00a0: $1.'],
  [/^(\S+): say what to compare it with\.$/, '$1\u00a0: précisez à quoi le comparer.'],
  [/^(\S+): a list goes with "in" only\.$/, '$1\u00a0: une liste ne va qu’avec «\u202fin\u202f».'],
  [/^(\S+): (.+) is not a date\.$/, '$1\u00a0: $2 n’est pas une date.'],
  [/^(\S+): (.+) is not a number\.$/, '$1\u00a0: $2 n’est pas un nombre.'],
  [/^(\S+): (.+) is not a text\.$/, '$1\u00a0: $2 n’est pas un texte.'],
  [/^This segment is used in: (.+)\.$/s, 'Ce segment est utilisé dans\u00a0: $1.'],
  [
    /^There is no segment “(.+)” in this workspace\.$/,
    'Il n’y a pas de segment «\u202f$1\u202f» ici.',
  ],
  ...Object.values(readingWords).map(
    ({ en, fr }) => [new RegExp(`^(rule\\S*): ${en}\\.$`), `$1\u00a0: ${fr}.`] as const,
  ),
  ...[
    ...Object.values(liquidFaultTexts),
    ...Object.values(mjmlFaultTexts),
    ...Object.values(callFaultTexts),
  ].map(patternOf),
  [
    /^This installation has no step of type (.+)\.$/,
    'Cette installation n’a pas d’étape de type $1.',
  ],
  [/^The plan has no step (.+)\.$/, 'Le plan n’a pas d’étape $1.'],
  [/^Version (\d+) of a scenario has no plan\.$/, 'La version $1 d’un scénario n’a pas de plan.'],
  [/^(\d+) steps without a wait$/, '$1 étapes sans une attente'],
  [
    /^(.+) cannot stand here: put it in a text, a link or a colour, or inside mj-raw\.$/s,
    '$1 ne peut pas se trouver ici\u00a0: placez-le dans un texte, un lien ou une couleur, ou dans mj-raw.',
  ],
  [
    /^Emails run no programs: take (.+) out\.$/,
    'Un e-mail n’exécute pas de programme\u00a0: retirez $1.',
  ],
  [
    /^This workspace has no block “(.+)”\.$/,
    'Cet espace de travail n’a pas de bloc «\u202f$1\u202f».',
  ],
  ...mailFaultPatterns,
  patternOf(checksFailWords),
  [/^The value of (\S+) cannot be taken\.$/, 'La valeur de $1 ne peut pas être reprise.'],
  [/^A mail shows this picture: (.+)\.$/s, 'Un e-mail affiche cette image\u00a0: $1.'],
  [/^Emails still use this block: (.+)\.$/s, 'Des e-mails utilisent encore ce bloc\u00a0: $1.'],
  [/^A picture may weigh (\d+) MB at most\.$/, 'Une image peut peser $1\u00a0Mo au plus.'],
  [/^(\S+): cannot be read\.$/, '$1\u00a0: illisible.'],
  [/^The bucket of pictures answers (\d+)\.$/, 'Le stockage des images répond $1.'],
  [/^The mail cannot be made: (.+)$/s, 'L’e-mail ne peut pas être produit\u00a0: $1'],
]

/** The French of one of our sentences; a sentence not known here stays as it is. */
export function inFrench(english: string): string {
  const known = frenchSentences[english]
  if (known !== undefined) return known
  const pattern = frenchPatterns.find(([said]) => said.test(english))
  return pattern ? english.replace(pattern[0], pattern[1]) : english
}

/** One of our sentences in the reader's language. */
export const saidIn = (language: Language, english: string): string =>
  language === 'fr' ? inFrench(english) : english
