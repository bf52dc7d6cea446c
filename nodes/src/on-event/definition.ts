import { plain, sentence, value } from '@relance/core/node/sentence'
import { ruleClause } from '@relance/core/rule/describe-rule'
import { rule } from '@relance/core/rule/rule'
import { isEmptyRule } from '@relance/core/rule/rule-shape'
import { eventWhen } from '@relance/core/words/event-words'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'

export const onEvent = defineNode({
  type: 'on-event',
  version: 1,
  category: 'trigger',
  icon: 'zap',
  title: { en: 'Event happened', fr: 'Événement arrivé' },
  about: { en: 'Starts when an event is received', fr: 'Démarre à la réception d’un événement' },
  keywords: [
    'event',
    'trigger',
    'start',
    'order',
    'sign-up',
    'événement',
    'déclencheur',
    'début',
    'commande',
    'inscription',
  ],
  config: z.object({ event: z.string().min(1), where: rule.nullish(), filter: rule.nullish() }),
  defaults: {},
  fields: {
    event: {
      kind: 'event',
      label: { en: 'Event', fr: 'Événement' },
      question: { en: 'what happens?', fr: 'que se passe-t-il ?' },
    },
    where: {
      kind: 'rule',
      label: { en: 'Where', fr: 'Avec' },
      help: {
        en: 'About the event itself, such as its amount.',
        fr: 'À propos de l’événement, par exemple son montant.',
      },
    },
    filter: filterField,
  },
  summary: { en: 'When {event}', fr: 'Quand {event}' },
  summarise({ event, where, filter }, language, names, { message, slot }) {
    const what = event ? value('event', eventWhen(event, language)) : slot('event')
    const said = sentence(message, { event: what })
    const about =
      where && !isEmptyRule(where)
        ? [
            plain(language === 'en' ? ', where ' : ', avec '),
            value('where', ruleClause(where, language, names)),
          ]
        : []
    return [...said, ...about, ...filterParts(filter, language, names)]
  },
  exits: () => [enteredExit],
  required: { event: 'V01' },
  anchor: { en: 'the event', fr: 'l’événement' },
})
