import { signal } from '@relance/core/event/event'
import { sentence, value } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'
import { signalOptions } from '../kit/signal-options'
import { inactivityWords } from './inactivity-words'

export const onInactive = defineNode({
  type: 'on-inactive',
  version: 1,
  category: 'trigger',
  icon: 'user-x',
  title: { en: 'Inactive for a while', fr: 'Inactif depuis un temps' },
  about: {
    en: 'Starts when someone stops visiting or ordering',
    fr: 'Démarre quand les visites ou les commandes cessent',
  },
  keywords: [
    'inactive',
    'inactivity',
    'decline',
    'win-back',
    'trigger',
    'start',
    'inactif',
    'inactivité',
    'baisse',
    'reconquête',
    'déclencheur',
    'début',
  ],
  config: z.object({
    signals: z.array(signal).min(1),
    match: z.enum(['any', 'all']).default('all'),
    for: duration,
    filter: rule.nullish(),
  }),
  defaults: { signals: ['visit'], match: 'all', for: 'P14D' },
  fields: {
    signals: {
      kind: 'choices',
      label: { en: 'Without', fr: 'Sans' },
      question: { en: 'done what?', fr: 'fait quoi ?' },
      options: signalOptions,
    },
    match: {
      kind: 'choice',
      label: { en: 'Inactive when', fr: 'Inactif quand' },
      options: [
        {
          value: 'all',
          label: { en: 'all of these are missing', fr: 'tous ces signaux manquent' },
        },
        {
          value: 'any',
          label: {
            en: 'at least one of these is missing',
            fr: 'au moins un de ces signaux manque',
          },
        },
      ],
    },
    for: {
      kind: 'duration',
      label: { en: 'For', fr: 'Depuis' },
      question: { en: 'how long?', fr: 'combien de temps ?' },
    },
    filter: filterField,
  },
  summary: {
    en: 'When a customer has not {signals} for {for}',
    fr: 'Quand un client n’a {signals} depuis {for}',
  },
  summarise({ signals, match, filter }, language, names, { message, slot }) {
    const words = inactivityWords(signals ?? [], match ?? 'all', language)
    const slots = {
      signals: words ? value('signals', words) : slot('signals'),
      for: slot('for'),
    }
    return [...sentence(message, slots), ...filterParts(filter, language, names)]
  },
  exits: () => [enteredExit],
  required: { for: 'V04', signals: 'V01' },
  anchor: { en: 'the last activity', fr: 'le dernier signe d’activité' },
})
