import type { SentenceKit } from '@relance/core/node/definition'
import { plain, sentence, value } from '@relance/core/node/sentence'
import { signedDuration } from '@relance/core/time/duration'
import { timeOfDay } from '@relance/core/time/time-of-day'
import { type Weekday, weekday, weekdays, weekdayWords } from '@relance/core/time/weekday'
import type { Language } from '@relance/core/words/language'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { offsetSign } from './offset-sign'

export const waitDate = defineNode({
  type: 'wait-date',
  version: 1,
  category: 'time',
  icon: 'calendar',
  title: { en: 'Wait until a date', fr: 'Attendre une date' },
  about: {
    en: 'Until a time of day, or a date of the customer',
    fr: 'Jusqu’à une heure, ou une date du client',
  },
  keywords: [
    'wait',
    'until',
    'date',
    'time',
    'day',
    'weekday',
    'birthday',
    'attente',
    'heure',
    'jour',
    'semaine',
    'anniversaire',
  ],
  config: z.object({
    field: z.string().min(1).nullish(),
    offset: signedDuration.default('P0D'),
    at: timeOfDay,
    weekdays: z.array(weekday).nullish(),
    zone: z.enum(['contact', 'workspace']).default('contact'),
  }),
  defaults: { at: '09:00', offset: 'P0D', zone: 'contact' },
  fields: {
    field: { kind: 'contact-field', label: { en: 'Date of the customer', fr: 'Date du client' } },
    offset: { kind: 'offset', label: { en: 'Before or after it', fr: 'Avant ou après' } },
    at: {
      kind: 'time',
      label: { en: 'At', fr: 'À' },
      question: { en: 'what time?', fr: 'quelle heure ?' },
    },
    weekdays: {
      kind: 'choices',
      label: { en: 'Only on', fr: 'Seulement le' },
      options: weekdays.map((day) => ({ value: day, label: weekdayWords[day] })),
    },
    zone: {
      kind: 'choice',
      label: { en: 'Time zone', fr: 'Fuseau horaire' },
      options: [
        { value: 'contact', label: { en: 'the customer’s', fr: 'celui du client' } },
        { value: 'workspace', label: { en: 'the scenario’s', fr: 'celui du scénario' } },
      ],
    },
  },
  summary: { en: 'Wait until {day}{at}{zone}', fr: 'Attendre {day}{at}{zone}' },
  summarise({ field, offset, weekdays: days, zone }, language, _names, { message, slot }) {
    const time = slot('at')
    const day = field ? dateParts(offset ?? 'P0D', language, slot) : dayParts(days ?? [], language)
    const joint = day.length > 0 ? { en: ', at ', fr: ', à ' } : { en: '', fr: '' }
    const local = { en: ' local time', fr: ' heure du client' }
    return sentence(message, {
      day,
      at: [plain(joint[language]), time],
      zone: zone === 'workspace' ? [] : plain(local[language]),
    })
  },
  exits: () => [{ exit: 'done', label: { en: 'Then', fr: 'Ensuite' } }],
  required: { at: 'V04' },
  waits: true,
})

function dateParts(offset: string, language: Language, slot: SentenceKit['slot']) {
  const date = slot('field')
  const sign = offsetSign(offset)
  if (sign === 0) return [date]
  const around = sign < 0 ? { en: ' before ', fr: ' avant ' } : { en: ' after ', fr: ' après ' }
  return [slot('offset'), plain(around[language]), date]
}

const dayParts = (days: readonly Weekday[], language: Language) =>
  days.length === 0
    ? []
    : [value('weekdays', days.map((day) => weekdayWords[day][language]).join(', '))]
