import { plain, sentence, value } from '@relance/core/node/sentence'
import { ruleClause } from '@relance/core/rule/describe-rule'
import { rule } from '@relance/core/rule/rule'
import { isEmptyRule } from '@relance/core/rule/rule-shape'
import { recurrenceRule } from '@relance/core/time/recurrence'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'

const config = z
  .object({
    at: z.iso.datetime({ offset: true }).nullish(),
    rrule: recurrenceRule.nullish(),
    audience: rule.default({ and: [] }),
  })
  .refine(({ at, rrule }) => Boolean(at || rrule), { error: 'V01', path: ['at'] })

export const onSchedule = defineNode({
  type: 'on-schedule',
  version: 1,
  category: 'trigger',
  icon: 'calendar-clock',
  title: { en: 'On a schedule', fr: 'À date fixe' },
  about: {
    en: 'Starts for a whole audience, once or regularly',
    fr: 'Démarre pour toute une audience, une fois ou régulièrement',
  },
  keywords: [
    'schedule',
    'newsletter',
    'campaign',
    'calendar',
    'recurring',
    'trigger',
    'start',
    'planification',
    'calendrier',
    'campagne',
    'récurrent',
    'déclencheur',
    'début',
  ],
  config,
  defaults: { rrule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0', audience: { and: [] } },
  fields: {
    at: {
      kind: 'instant',
      label: { en: 'Once, on', fr: 'Une fois, le' },
      question: { en: 'when?', fr: 'à quel moment ?' },
    },
    rrule: {
      kind: 'rrule',
      label: { en: 'Every', fr: 'Chaque' },
      question: { en: 'when?', fr: 'à quel moment ?' },
    },
    audience: {
      kind: 'rule',
      label: { en: 'For', fr: 'Pour' },
      help: { en: 'Leave empty to take everyone.', fr: 'Laissez vide pour prendre tout le monde.' },
    },
  },
  summary: { en: 'Every {rrule}', fr: 'Chaque {rrule}' },
  summarise({ at, rrule, audience }, language, names, { message, slot }) {
    const once = { en: 'On {at}', fr: 'Le {at}' }
    const when = at && !rrule ? once[language] : message
    const slots = {
      at: slot('at'),
      rrule: slot('rrule'),
    }
    const whom =
      !audience || isEmptyRule(audience)
        ? { en: 'everyone', fr: 'tout le monde' }[language]
        : ruleClause(audience, language, names)
    const joint = plain(language === 'en' ? ', for ' : ', pour ')
    return [
      ...sentence(when, slots),
      joint,
      value(
        'audience',
        audience && 'segment' in audience ? (names.segment(audience.segment) ?? whom) : whom,
      ),
    ]
  },
  exits: () => [enteredExit],
  anchor: { en: 'the scheduled time', fr: 'l’heure prévue' },
})
