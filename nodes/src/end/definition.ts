import { sentence, value } from '@relance/core/node/sentence'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { reasonOptions, reasonWords } from './reason-words'

export const end = defineNode({
  type: 'end',
  version: 1,
  category: 'end',
  icon: 'flag',
  title: { en: 'End', fr: 'Sortie' },
  about: {
    en: 'Leaves the scenario, as a success or not',
    fr: 'Quitte le scénario, avec succès ou non',
  },
  keywords: ['end', 'exit', 'goal', 'stop', 'finish', 'sortie', 'fin', 'objectif', 'arrêt'],
  config: z.object({
    as: z.enum(['goal', 'exit']).default('exit'),
    reason: z.string().trim().min(1).max(60).nullish(),
  }),
  defaults: { as: 'exit', reason: 'finished' },
  fields: {
    as: {
      kind: 'choice',
      label: { en: 'Ends as', fr: 'Se termine par' },
      options: [
        { value: 'goal', label: { en: 'goal reached', fr: 'objectif atteint' } },
        { value: 'exit', label: { en: 'an exit', fr: 'une sortie' } },
      ],
    },
    reason: {
      kind: 'text',
      label: { en: 'Reason', fr: 'Raison' },
      question: { en: 'why?', fr: 'pour quelle raison ?' },
      options: reasonOptions,
    },
  },
  summary: { en: 'End: {reason}', fr: 'Sortie : {reason}' },
  summarise({ as, reason }, language, _names, { message, slot }) {
    const words = reason ? reasonWords(reason, language) : null
    if (as === 'goal') {
      const reached = { en: 'Goal reached', fr: 'Objectif atteint' }[language]
      const after = { en: ': {reason}', fr: ' : {reason}' }[language]
      return words
        ? [value('as', reached), ...sentence(after, { reason: value('reason', words) })]
        : [value('as', reached)]
    }
    return sentence(message, {
      reason: words ? value('reason', words) : slot('reason'),
    })
  },
  exits: () => [],
})
