import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { setField } from './definition'

export const runSetField: NodeRun<typeof setField> = {
  async enter({ field, value }, context) {
    const filled = typeof value === 'string' ? await context.fill(value) : value
    await context.setField(field, filled)
    return leaveBy('done', { code: 'field-set', params: { field, value: filled } })
  },
}
