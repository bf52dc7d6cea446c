import { describe, expect, test } from 'vitest'
import type { SentenceNames } from '../node/definition'
import { sentenceText } from '../node/sentence'
import type { Language } from '../words/language'
import { describeRule } from './describe-rule'
import type { Rule } from './rule'
import { ruleListens } from './rule-listens'
import { ruleIssues } from './validate-rule'
import { leavesOf } from './walk-rule'

const namesIn = (language: Language): SentenceNames => ({
  template: () => undefined,
  offer: () => undefined,
  node: (id) => (id === 'mail-1' ? { en: 'email 1', fr: 'l’e-mail 1' }[language] : undefined),
  segment: (id) => (id === 'at-risk' ? { en: 'At risk', fr: 'À risque' }[language] : undefined),
})
const said = (rule: Rule) =>
  (['en', 'fr'] as const).map((language) =>
    sentenceText(describeRule(rule, { language, names: namesIn(language), field: 'rule' })),
  )

const all: Rule = {
  and: [
    {
      event: 'Order Completed',
      where: { field: 'revenue', op: '>=', value: 50 },
      count: { op: '>=', value: 2 },
      within: 'P12M',
    },
    { not: { event: 'Email Link Clicked', of: 'mail-1' } },
    {
      or: [
        { field: 'lastVisitAt', op: '<=', value: { ago: 'P21D' } },
        { field: 'visitsCount', op: '<', value: 6 },
      ],
    },
    { segment: 'at-risk', member: false },
    { consent: 'email', state: 'given' },
  ],
}

describe('a rule as a question', () => {
  test.each<[string, Rule, string, string]>([
    [
      'events with one window say it once',
      {
        or: [
          { event: 'Email Link Clicked', of: 'mail-1' },
          { event: 'page', since: 'mail-1' },
        ],
      },
      'Has clicked or come back to the site since email 1?',
      'A cliqué ou revisité le site depuis l’e-mail 1\u202f?',
    ],
    [
      'a denial',
      { not: { event: 'Order Completed', since: 'entry' } },
      'Has not ordered since entering?',
      'N’a pas commandé depuis l’entrée\u202f?',
    ],
    [
      'a date counted back',
      { field: 'lastVisitAt', op: '<=', value: { ago: 'P21D' } },
      'The last visit was 21 days ago or more?',
      'La dernière visite date de 21 jours ou plus\u202f?',
    ],
    [
      'a list',
      { field: 'locale', op: 'in', value: ['fr', 'en'] },
      'The language is one of “fr”, “en”?',
      'La langue est parmi «\u202ffr\u202f», «\u202fen\u202f»\u202f?',
    ],
    [
      'money in its unit',
      { field: 'revenueCents', op: '>=', value: 125050 },
      'The revenue is 1,250.5 or more?',
      'Le chiffre d’affaires vaut 1\u202f250,5 ou plus\u202f?',
    ],
    [
      'a field not known',
      { not: { field: 'phone', op: 'known' } },
      'The phone number is not known?',
      'Le téléphone ne se trouve pas dans la fiche\u202f?',
    ],
    ['nothing asked', { or: [] }, 'What should be true?', 'Que faut-il vérifier\u202f?'],
  ])('%s', (_case, rule, en, fr) => expect(said(rule)).toEqual([en, fr]))
  test('a denied group turns and into or', () => {
    const rule: Rule = {
      not: { and: [{ event: 'Order Completed' }, { segment: 'at-risk', member: true }] },
    }
    expect(said(rule)[0]).toBe('Has not ordered or is not in “At risk”?')
  })
  test('a long one is still one sentence in each language', () => {
    const [en, fr] = said(all)
    expect(en).toBe(
      'Has ordered at least 2 times (where “revenue” is 50 or more) in the last 12 months and has not clicked in email 1 and ' +
        '(the last visit was 21 days ago or more or the number of visits is below 6) and is not in “At risk” and has agreed to email?',
    )
    expect(fr).not.toMatch(/undefined|\{| [;!?]/)
  })
})

test('every leaf has its path', () => {
  expect(leavesOf(all).map(({ path }) => path)).toEqual([
    'and.0',
    'and.1.not',
    'and.2.or.0',
    'and.2.or.1',
    'and.3',
    'and.4',
  ])
})

test('what a rule listens to', () => {
  expect(ruleListens(all)).toEqual([
    'Email Link Clicked',
    'Order Completed',
    'consent:email',
    'field:lastVisitAt',
    'field:visitsCount',
    'segment:at-risk',
  ])
})

describe('what keeps a rule from being asked', () => {
  const sends = new Map([
    ['mail-1', true],
    ['wait', false],
  ])
  test.each<[Rule, string | undefined]>([
    [all, undefined],
    [{ field: 'locale', op: '=' }, 'no-value'],
    [{ field: 'locale', op: 'in', value: 'fr' }, 'not-a-list'],
    [{ field: 'locale', op: '=', value: ['fr'] }, 'unreadable'],
    [{ field: 'locale', op: 'starts-with', value: 3 }, 'not-a-text'],
    [{ field: 'locale', op: 'known' }, undefined],
    [{ event: 'page', since: 'gone' }, 'step-gone'],
    [{ event: 'page', since: 'wait' }, undefined],
    [{ event: 'page', since: 'anchor' }, undefined],
    [{ event: 'Email Opened', of: 'wait' }, 'not-a-message'],
    [{ event: 'page', where: { field: 'path', op: '=' } }, 'no-value'],
    [{ segment: 'gone', member: true }, 'segment-gone'],
  ])('%j: %s', (rule, reason) => {
    const segments = new Set(['at-risk'])
    expect(ruleIssues(rule, { sends, segments })[0]?.reason).toBe(reason)
  })
})
