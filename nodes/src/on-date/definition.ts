import { plain, sentence } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { signedDuration } from '@relance/core/time/duration'
import { timeOfDay } from '@relance/core/time/time-of-day'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'
import { offsetSign } from '../wait-date/offset-sign'

export const onDate = defineNode({
  type: 'on-date',
  version: 1,
  category: 'trigger',
  icon: 'cake',
  title: { en: 'On a date of the customer', fr: 'À une date du client' },
  about: {
    en: 'Starts on a birthday or another date, at a time of day',
    fr: 'Démarre à l’anniversaire ou à une autre date, à une heure donnée',
  },
  keywords: [
    'date',
    'birthday',
    'anniversary',
    'yearly',
    'trigger',
    'start',
    'anniversaire',
    'annuel',
    'déclencheur',
    'début',
  ],
  config: z.object({
    field: z.string().min(1),
    /** Each year on its day, or once, on the date itself. */
    repeat: z.enum(['yearly', 'once']).default('yearly'),
    /** Whole days, weeks, months or years: hours of a date would be another day. */
    offset: signedDuration
      .refine((text) => !text.includes('T'), { error: 'not a duration' })
      .default('P0D'),
    at: timeOfDay.default('09:00'),
    zone: z.enum(['contact', 'workspace']).default('contact'),
    filter: rule.nullish(),
  }),
  defaults: { field: 'birthday', repeat: 'yearly', offset: 'P0D', at: '09:00', zone: 'contact' },
  fields: {
    field: {
      kind: 'contact-field',
      label: { en: 'Date of the customer', fr: 'Date du client' },
      question: { en: 'which date?', fr: 'quelle date\u202f?' },
    },
    repeat: {
      kind: 'choice',
      label: { en: 'How often', fr: 'Fréquence' },
      options: [
        { value: 'yearly', label: { en: 'every year', fr: 'chaque année' } },
        { value: 'once', label: { en: 'on that date only', fr: 'à cette date seulement' } },
      ],
    },
    offset: { kind: 'offset', label: { en: 'Before or after it', fr: 'Avant ou après' } },
    at: {
      kind: 'time',
      label: { en: 'At', fr: 'À' },
      question: { en: 'what time?', fr: 'quelle heure\u202f?' },
    },
    zone: {
      kind: 'choice',
      label: { en: 'Time zone', fr: 'Fuseau horaire' },
      options: [
        { value: 'contact', label: { en: 'the customer’s', fr: 'celui du client' } },
        { value: 'workspace', label: { en: 'the scenario’s', fr: 'celui du scénario' } },
      ],
    },
    filter: filterField,
  },
  summary: { en: 'On {day}, at {at}{zone}', fr: 'Pour {day}, à {at}{zone}' },
  summarise({ offset = 'P0D', zone, filter }, language, names, { message, slot }) {
    const sign = offsetSign(offset)
    const around = sign < 0 ? { en: ' before ', fr: ' avant ' } : { en: ' after ', fr: ' après ' }
    const day =
      sign === 0 ? [slot('field')] : [slot('offset'), plain(around[language]), slot('field')]
    const local = { en: ' local time', fr: ' heure du client' }[language]
    return [
      ...sentence(message, { day, at: slot('at'), zone: zone === 'workspace' ? [] : plain(local) }),
      ...filterParts(filter, language, names),
    ]
  },
  exits: () => [enteredExit],
  required: { field: 'V01' },
  anchor: { en: 'that date', fr: 'cette date' },
})
