import type { FieldSpec, SentenceKit, SentencePart } from '@relance/core/node/definition'
import { plain, value } from '@relance/core/node/sentence'
import { duration } from '@relance/core/time/duration'
import type { Language } from '@relance/core/words/language'
import { z } from 'zod'

/** How fast an audience is let in. */
export const paceConfig = {
  pace: z.enum(['none', 'minute', 'hour', 'over']).default('none'),
  /** How many in each minute or hour. */
  people: z.int().min(1).max(10_000_000).nullish(),
  /** Over how long everybody is spread. */
  over: duration.nullish(),
}

interface Paced {
  pace?: 'none' | 'minute' | 'hour' | 'over'
  people?: number | null
  over?: string | null
}

export const paceFields: Record<keyof typeof paceConfig, FieldSpec> = {
  pace: {
    kind: 'choice',
    label: { en: 'How fast', fr: 'À quel rythme' },
    options: [
      { value: 'none', label: { en: 'as fast as possible', fr: 'au plus vite' } },
      { value: 'minute', label: { en: 'so many a minute', fr: 'tant par minute' } },
      { value: 'hour', label: { en: 'so many an hour', fr: 'tant par heure' } },
      { value: 'over', label: { en: 'spread over a time', fr: 'étalé sur une durée' } },
    ],
    help: {
      en: 'So that your site and your team can bear what comes back.',
      fr: 'Pour que votre site et votre équipe supportent ce qui revient.',
    },
  },
  people: {
    kind: 'number',
    label: { en: 'People', fr: 'Personnes' },
    question: { en: 'how many?', fr: 'combien\u202f?' },
    when: { field: 'pace', oneOf: ['minute', 'hour'] },
  },
  over: {
    kind: 'duration',
    label: { en: 'Over', fr: 'Sur' },
    question: { en: 'how long?', fr: 'combien de temps\u202f?' },
    when: { field: 'pace', oneOf: ['over'] },
  },
}

const perWords = {
  minute: { en: ' a minute', fr: ' par minute' },
  hour: { en: ' an hour', fr: ' par heure' },
}

/** “, 100 an hour” or “, over 4 hours” at the end of a sentence; nothing where there is no pace. */
export function paceParts(
  { pace, people }: Paced,
  language: Language,
  slot: SentenceKit['slot'],
): SentencePart[] {
  if (pace === 'over') return [plain({ en: ', over ', fr: ', sur ' }[language]), slot('over')]
  if (pace !== 'minute' && pace !== 'hour') return []
  const count = people ? value('people', figure(people, language)) : slot('people')
  return [plain(', '), count, plain(perWords[pace][language])]
}

const figure = (people: number, language: Language) =>
  new Intl.NumberFormat(language).format(people)
