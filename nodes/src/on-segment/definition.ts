import { sentence } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'

const leaving = {
  en: 'When someone leaves {segment}',
  fr: 'Quand quelqu’un quitte {segment}',
}

export const onSegment = defineNode({
  type: 'on-segment',
  version: 1,
  category: 'trigger',
  icon: 'users',
  title: { en: 'Enters a segment', fr: 'Entrée dans un segment' },
  about: {
    en: 'Starts when someone enters or leaves a segment',
    fr: 'Démarre quand quelqu’un entre dans un segment ou le quitte',
  },
  keywords: [
    'segment',
    'enter',
    'leave',
    'group',
    'trigger',
    'start',
    'entrer',
    'quitter',
    'groupe',
    'déclencheur',
    'début',
  ],
  config: z.object({
    segment: z.string().min(1),
    change: z.enum(['enters', 'leaves']).default('enters'),
    filter: rule.nullish(),
  }),
  defaults: { change: 'enters' },
  fields: {
    segment: {
      kind: 'segment',
      label: { en: 'Segment', fr: 'Segment' },
      question: { en: 'which segment?', fr: 'quel segment\u202f?' },
    },
    change: {
      kind: 'choice',
      label: { en: 'When someone', fr: 'Quand quelqu’un' },
      options: [
        { value: 'enters', label: { en: 'enters it', fr: 'y entre' } },
        { value: 'leaves', label: { en: 'leaves it', fr: 'le quitte' } },
      ],
    },
    filter: filterField,
  },
  summary: {
    en: 'When someone enters {segment}',
    fr: 'Quand quelqu’un entre dans {segment}',
  },
  summarise({ change, filter }, language, names, { message, slot }) {
    const said = change === 'leaves' ? leaving[language] : message
    return [
      ...sentence(said, { segment: slot('segment') }),
      ...filterParts(filter, language, names),
    ]
  },
  exits: () => [enteredExit],
  required: { segment: 'V01' },
  anchor: { en: 'that moment', fr: 'ce moment' },
})
