import { mailNames } from '@relance/core/mail/mail-names'
import type { Language } from '@relance/core/words/language'
import { beforeAll, expect, test } from 'vitest'
import { formatWords, loadWords } from '../../words/format-message'
import { liquidWords } from './condition-words'

beforeAll(() => Promise.all([loadWords('en'), loadWords('fr')]))

const offered = { 'contact.first_name': { en: 'First name', fr: 'Prénom' } }
const said = (language: Language, word: string, says: string) => {
  const labels = new Map<string, string>([
    ...mailNames.map(({ name, words }) => [name, words[language]] as const),
    ...Object.entries(offered).map(([name, words]) => [name, words[language]] as const),
  ])
  return liquidWords(word, says, {
    t: (key, values) => formatWords(language, key, values),
    say: (words) => words[language],
    labelOf: (name) => labels.get(name) ?? name,
  })
}

test.each([
  ['if', 'offer', 'S’il y a un bon', 'If there is a credit'],
  ['if', 'contact.labels contains "subscriber"', 'S’il est abonné', 'If they are a subscriber'],
  ['if', 'contact.first_name == blank', 'si Prénom manque', 'if First name is missing'],
  [
    'elsif',
    'cart.lines.size > 3',
    'sinon, si Produits du panier > 3',
    'otherwise, if Products in the cart > 3',
  ],
  [
    'if',
    'offer and contact.first_name != blank',
    'si Bon d’achat et Prénom est là',
    'if Credit and First name is there',
  ],
  ['if', 'x.y == "and" or cart', 'si x.y = «\u202fand\u202f» ou Panier', 'if x.y = “and” or Cart'],
  ['unless', 'brand.support_phone', 'sauf si Téléphone de la boutique', 'unless Phone of the shop'],
  [
    'for',
    'product in recommended limit: 3',
    'pour chacun de «\u202fProduits à proposer\u202f»',
    'for each of “Products to propose”',
  ],
  ['else', '', 'sinon', 'otherwise'],
  ['endif', '', 'fin', 'end'],
  ['assign', 'why = "cart"', 'assign why = "cart"', 'assign why = "cart"'],
])('{%% %s %s %%} reads in the reader’s words', (word, says, french, english) => {
  expect(said('fr', word, says)).toBe(french)
  expect(said('en', word, says)).toBe(english)
})
