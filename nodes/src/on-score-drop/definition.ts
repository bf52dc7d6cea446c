import { sentence, value } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { dropLine, watched } from '@relance/core/score/drop-line'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'
import { dropWords, watchedWords } from './drop-words'

export const onScoreDrop = defineNode({
  type: 'on-score-drop',
  version: 1,
  category: 'trigger',
  icon: 'trending-down',
  title: { en: 'Score drop', fr: 'Baisse de score' },
  about: {
    en: 'Starts when a customer’s RFM score falls',
    fr: 'Démarre quand le score RFM d’un client baisse',
  },
  keywords: [
    ...['score', 'rfm', 'drop', 'decline', 'weak signal', 'trigger', 'start'],
    ...['baisse', 'chute', 'signal faible', 'récence', 'déclencheur', 'début'],
  ],
  config: dropLine.extend({ filter: rule.nullish() }),
  defaults: { watch: 'total', points: 2, within: 'P90D', bottom: 20 },
  fields: {
    watch: {
      kind: 'choice',
      label: { en: 'What falls', fr: 'Ce qui baisse' },
      options: watched.map((option) => ({ value: option, label: watchedWords[option] })),
    },
    points: {
      kind: 'number',
      label: { en: 'By at least (points)', fr: 'D’au moins (points)' },
      question: { en: 'how many points?', fr: 'combien de points\u202f?' },
      when: { field: 'watch', oneOf: watched.filter((option) => option !== 'percentile') },
    },
    within: {
      kind: 'duration',
      label: { en: 'Within', fr: 'En l’espace de' },
      question: { en: 'how long?', fr: 'combien de temps\u202f?' },
      help: {
        en: 'The score is compared with the best one of this time.',
        fr: 'Le score est comparé au meilleur de cette période.',
      },
    },
    bottom: {
      kind: 'number',
      label: { en: 'Into the last (%)', fr: 'Parmi les derniers (%)' },
      when: { field: 'watch', oneOf: ['percentile'] },
    },
    filter: filterField,
  },
  summary: {
    en: 'When {watch} falls by {points} points within {within}',
    fr: 'Quand {watch} baisse de {points} points en {within}',
  },
  summarise({ watch = 'total', points, bottom, filter }, language, names, { slot }) {
    const slots = {
      watch: value('watch', watchedWords[watch][language]),
      points: points === undefined ? slot('points') : value('points', String(points)),
      within: slot('within'),
      bottom: value('bottom', `${bottom ?? '?'}${language === 'fr' ? '\u00a0' : ''}%`),
    }
    return [
      ...sentence(dropWords(watch, points)[language], slots),
      ...filterParts(filter, language, names),
    ]
  },
  exits: () => [enteredExit],
  required: { within: 'V04' },
  anchor: { en: 'the drop', fr: 'la baisse' },
})
