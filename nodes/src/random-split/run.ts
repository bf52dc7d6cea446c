import { AppError } from '@relance/core/error/app-error'
import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { randomSplit } from './definition'
import { shareLabel } from './share-label'

export const runRandomSplit: NodeRun<typeof randomSplit> = {
  enter({ shares }, context) {
    const draw = context.random() * 100
    let upTo = 0
    const drawn = shares.find((one) => {
      upTo += one.share
      return draw < upTo
    })
    // Shares that add up to 99.9999 leave a last sliver to the last share that has any.
    const share = drawn ?? shares.findLast((one) => one.share > 0)
    if (!share) throw new AppError('invalid', 'This split has no share above zero.')
    const rounded = Math.floor(draw * 100) / 100
    return leaveBy(share.exit, {
      code: 'split-drawn',
      params: { share: shareLabel(share), draw: rounded },
    })
  },
}
