import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { condition } from './definition'

export const runCondition: NodeRun<typeof condition> = {
  async enter({ branches, otherwise }, context) {
    for (const { exit, label, rule } of branches) {
      const { holds } = await context.ask(rule)
      if (holds) return leaveBy(exit, { code: 'branch-held', params: { label: label ?? exit } })
    }
    return leaveBy(otherwise.exit, { code: 'branch-otherwise' })
  },
}
