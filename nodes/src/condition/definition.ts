import { word } from '@relance/core/id/ids'
import { plain, value } from '@relance/core/node/sentence'
import { describeRule } from '@relance/core/rule/describe-rule'
import { rule } from '@relance/core/rule/rule'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { conditionExits, exitLabel } from './exits'

const branch = z.object({ exit: word, label: z.string().max(60).optional(), rule })
const otherwise = z.object({ exit: word, label: z.string().max(60).optional() })

export const condition = defineNode({
  type: 'condition',
  version: 1,
  category: 'path',
  icon: 'git-branch',
  title: { en: 'Condition', fr: 'Condition' },
  about: {
    en: 'Sends people different ways, by what is true',
    fr: 'Oriente selon ce qui est vrai',
  },
  keywords: [
    'condition',
    'if',
    'branch',
    'yes',
    'no',
    'filter',
    'decision',
    'si',
    'branche',
    'oui',
    'non',
    'filtre',
    'décision',
  ],
  config: z.object({
    branches: z.array(branch).min(1).max(20),
    otherwise: otherwise.default({ exit: 'no' }),
  }),
  defaults: { branches: [{ exit: 'yes', rule: { or: [] } }], otherwise: { exit: 'no' } },
  fields: {
    branches: {
      kind: 'branches',
      label: {
        en: 'Conditions, the first that holds wins',
        fr: 'Conditions, la première vraie l’emporte',
      },
      question: { en: 'What should be true?', fr: 'Que faut-il vérifier ?' },
    },
  },
  summary: { en: '{branches}', fr: '{branches}' },
  summarise({ branches, otherwise: rest }, language, names, { slot }) {
    const [first, ...more] = branches ?? []
    if (!first) return [slot('branches')]
    if (more.length === 0) return describeRule(first.rule, { language, names, field: 'branches' })
    const exits = [...(branches ?? []), rest ?? { exit: 'no' }]
    const listed = exits.map((exit) => exitLabel(exit)[language]).join(', ')
    return [
      plain(language === 'en' ? 'Which holds first: ' : 'Le premier cas vrai : '),
      value('branches', listed),
    ]
  },
  exits: conditionExits,
  required: { branches: 'V14' },
})
