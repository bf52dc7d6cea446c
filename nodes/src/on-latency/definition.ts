import { sentence, value } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { numberWords } from '@relance/core/words/format-number'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'
import { latencyWords, measures, measureWords } from './latency-words'

export const onLatency = defineNode({
  type: 'on-latency',
  version: 1,
  category: 'trigger',
  icon: 'hourglass',
  title: { en: 'Next order overdue', fr: 'Commande attendue' },
  about: {
    en: 'Starts when the usual time until the next order has passed',
    fr: 'Démarre quand le délai habituel avant la commande suivante est passé',
  },
  keywords: [
    ...['latency', 'overdue', 'win-back', 'cadence', 'order', 'trigger', 'start'],
    ...['latence', 'retard', 'reconquête', 'rythme', 'commande', 'déclencheur', 'début'],
  ],
  config: z.object({
    by: z.enum(measures),
    days: z.int().min(1).max(3650),
    times: z.number().min(0.1).max(20),
    filter: rule.nullish(),
  }),
  defaults: { by: 'mean', days: 90, times: 1.5 },
  fields: {
    by: {
      kind: 'choice',
      label: { en: 'Overdue after', fr: 'En retard après' },
      options: measures.map((option) => ({ value: option, label: measureWords[option] })),
      help: {
        en: 'Reckoned for each rank: from the first order to the second, from the second to the third…',
        fr: 'Calculé par rang\u00a0: de la première commande à la deuxième, de la deuxième à la troisième…',
      },
    },
    days: {
      kind: 'number',
      label: { en: 'Days', fr: 'Jours' },
      when: { field: 'by', oneOf: ['fixed'] },
    },
    times: {
      kind: 'number',
      label: { en: 'Times their own gap', fr: 'Fois leur propre rythme' },
      when: { field: 'by', oneOf: ['own'] },
    },
    filter: filterField,
  },
  summary: {
    en: 'When the next order is overdue: {by} has passed',
    fr: 'Quand la commande suivante tarde\u00a0: {by} passé',
  },
  summarise({ by = 'mean', days, times, filter }, language, names) {
    const slots = {
      by: value('by', measureWords[by][language]),
      days: value('days', days === undefined ? '?' : numberWords(days, language)),
      times: value('times', numberWords(times ?? 1, language)),
    }
    return [...sentence(latencyWords(by)[language], slots), ...filterParts(filter, language, names)]
  },
  exits: () => [enteredExit],
  anchor: { en: 'the last order', fr: 'la dernière commande' },
})
