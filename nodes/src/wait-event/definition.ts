import { plain, sentence, value } from '@relance/core/node/sentence'
import { ruleClause } from '@relance/core/rule/describe-rule'
import { rule } from '@relance/core/rule/rule'
import { isEmptyRule } from '@relance/core/rule/rule-shape'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { waitEventExits } from './exits'

export const waitEvent = defineNode({
  type: 'wait-event',
  version: 1,
  category: 'time',
  icon: 'hourglass',
  title: { en: 'Wait for an event', fr: 'Attendre un événement' },
  about: { en: 'Until it happens, with a limit', fr: 'Jusqu’à ce qu’il arrive, avec une limite' },
  keywords: [
    'wait',
    'until',
    'event',
    'order',
    'click',
    'reaction',
    'attente',
    'jusque',
    'événement',
    'commande',
    'clic',
    'réaction',
  ],
  config: z.object({ event: z.string().min(1), where: rule.nullish(), atMost: duration }),
  defaults: { event: 'Order Completed', atMost: 'P4D' },
  fields: {
    event: {
      kind: 'event',
      label: { en: 'Event', fr: 'Événement' },
      question: { en: 'what?', fr: 'quoi ?' },
    },
    where: {
      kind: 'rule',
      label: { en: 'Where', fr: 'Avec' },
      help: {
        en: 'About the event itself, such as its amount.',
        fr: 'À propos de l’événement, par exemple son montant.',
      },
    },
    atMost: {
      kind: 'duration',
      label: { en: 'At most', fr: 'Au plus' },
      question: { en: 'how long', fr: 'combien de temps' },
    },
  },
  summary: { en: 'Wait for {event}, {atMost} at most', fr: 'Attendre {event}, {atMost} au plus' },
  summarise({ where }, language, names, { message, slot }) {
    const about =
      where && !isEmptyRule(where)
        ? [
            plain(language === 'en' ? ' where ' : ' avec '),
            value('where', ruleClause(where, language, names)),
          ]
        : []
    return sentence(message, {
      event: [slot('event'), ...about],
      atMost: slot('atMost'),
    })
  },
  exits: waitEventExits,
  required: { atMost: 'V04' },
  waits: true,
})
