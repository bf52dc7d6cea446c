import { plain, sentence, value } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { recurrenceRule } from '@relance/core/time/recurrence'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { audienceWords } from './audience-words'
import { paceConfig, paceFields, paceParts } from './pace-fields'

const config = z
  .object({
    at: z.iso.datetime({ offset: true }).nullish(),
    rrule: recurrenceRule.nullish(),
    audience: rule.default({ and: [] }),
    /** Whose clock shows the hour: the scenario's for everybody at one instant, or each person's own. */
    zone: z.enum(['workspace', 'contact']).default('workspace'),
    ...paceConfig,
  })
  .refine(({ at, rrule }) => Boolean(at || rrule), { error: 'V01', path: ['at'] })
  .refine(({ pace, people }) => (pace !== 'minute' && pace !== 'hour') || Boolean(people), {
    error: 'V01',
    path: ['people'],
  })
  .refine(({ pace, over }) => pace !== 'over' || Boolean(over), { error: 'V01', path: ['over'] })

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
    zone: {
      kind: 'choice',
      label: { en: 'By the clock of', fr: 'À l’heure' },
      options: [
        { value: 'workspace', label: { en: 'the scenario', fr: 'du scénario' } },
        { value: 'contact', label: { en: 'each customer', fr: 'de chaque client' } },
      ],
    },
    ...paceFields,
  },
  summary: { en: 'Every {rrule}', fr: 'Chaque {rrule}' },
  summarise(config, language, names, { message, slot }) {
    const { at, rrule, audience, zone } = config
    const once = { en: 'On {at}', fr: 'Le {at}' }
    const when = at && !rrule ? once[language] : message
    const slots = {
      at: slot('at'),
      rrule: slot('rrule'),
    }
    const joint = plain(language === 'en' ? ', for ' : ', pour ')
    const local = { en: ' local time', fr: ' heure du client' }[language]
    return [
      ...sentence(when, slots),
      ...(zone === 'contact' ? [plain(local)] : []),
      joint,
      value('audience', audienceWords(audience, language, names)),
      ...paceParts(config, language, slot),
    ]
  },
  exits: () => [enteredExit],
  anchor: { en: 'the scheduled time', fr: 'l’heure prévue' },
})
