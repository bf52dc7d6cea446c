import { expect, test } from 'vitest'
import { ruleClause } from './describe-rule'
import type { Rule } from './rule'

const none = () => undefined
const names = { template: none, offer: none, node: none, segment: none }
const said = (rule: Rule) => [ruleClause(rule, 'en', names), ruleClause(rule, 'fr', names)]

test('a list reads as what it includes, in the reader’s words, and as denied where it is', () => {
  const responsive: Rule = { field: 'labels', op: 'contains', value: 'responsive' }
  expect(said(responsive)).toEqual([
    'the labels include “responsive”',
    'les étiquettes comprennent «\u202fréactif\u202f»',
  ])
  expect(said({ not: responsive })).toEqual([
    'the labels do not include “responsive”',
    'les étiquettes ne comprennent pas «\u202fréactif\u202f»',
  ])
  expect(said({ field: 'interests', op: 'known' })).toEqual([
    'the interests are known',
    'les centres d’intérêt se trouvent dans la fiche',
  ])
  expect(said({ field: 'favouriteCategory', op: '=', value: 'prints' })[1]).toContain(
    'la catégorie préférée vaut',
  )
})
