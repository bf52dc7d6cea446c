import { word } from '@relance/core/id/ids'
import { plain, value } from '@relance/core/node/sentence'
import { shareWords } from '@relance/core/words/format-number'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { shareLabel } from './share-label'

const share = z.object({
  exit: word,
  label: z.string().max(60).optional(),
  share: z.number().min(0).max(100),
})

export const randomSplit = defineNode({
  type: 'random-split',
  version: 1,
  category: 'path',
  icon: 'split',
  title: { en: 'Random split', fr: 'Répartition au hasard' },
  about: { en: 'Shares people out, each for good', fr: 'Répartit une fois pour toutes' },
  keywords: [
    'split',
    'random',
    'test',
    'ab',
    'share',
    'percent',
    'répartir',
    'hasard',
    'tirage',
    'part',
    'pourcentage',
  ],
  config: z.object({ shares: z.array(share).min(2).max(10) }),
  defaults: {
    shares: [
      { exit: 'a', share: 50 },
      { exit: 'b', share: 50 },
    ],
  },
  fields: {
    shares: {
      kind: 'shares',
      label: { en: 'Shares', fr: 'Parts' },
      question: { en: 'which shares?', fr: 'quelles parts ?' },
    },
  },
  summary: { en: 'Share out: {shares}, for good', fr: 'Répartir : {shares}, une fois pour toutes' },
  summarise({ shares }, language, _names, { message, slot }) {
    const [before = '', after = ''] = message.split('{shares}')
    if (!shares) return [plain(before), slot('shares'), plain(after)]
    const listed = shares.flatMap((one, index) => {
      const words = shareWords(one.share / 100, language, 3)
      const joint = index === 0 ? [] : [plain(', ')]
      return [...joint, value('shares', words), plain(` ${shareLabel(one)}`)]
    })
    return [plain(before), ...listed, plain(after)]
  },
  exits: ({ shares }) =>
    (shares ?? [{ exit: 'a' }, { exit: 'b' }]).map((one) => {
      const label = shareLabel(one)
      return { exit: one.exit, label: { en: label, fr: label } }
    }),
})
