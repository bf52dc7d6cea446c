import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { limitStatements } from '../connection/limit-statements'
import { isTimeout } from '../connection/passing-error'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'
import { type ContactItem, contactsById } from '../contact/find-contacts'
import { countAndSample } from '../rule/select-matching'
import { checkSegmentRule, fieldAt } from './check-segment-rule'
import { COUNT_LIMITS } from './count-limits'
import { findSlowConditions } from './find-slow-conditions'
import type { UnknownField } from './segment'

/** People shown of those a rule holds for. */
const SAMPLE = 10

export interface SegmentPreview {
  count: number
  sample: ContactItem[]
  unknownFields: UnknownField[]
}

/**
 * Whom a rule would take in now, before it is saved.
 * @param segmentId the segment it is drawn for, where there is one already
 * @throws AppError invalid as for a new segment; limit-reached with `reason: rule-too-slow` and, in `slow`, the places
 * of the conditions at fault (`rule.and.0`) where it takes too long to count
 */
export async function previewSegment(
  scope: Scope,
  sent: unknown,
  segmentId: string | null = null,
  limits = COUNT_LIMITS,
): Promise<SegmentPreview> {
  const checked = await inTransaction(scope, (tx) => checkSegmentRule(tx, sent, segmentId))
  const { rule, unknownFields } = checked
  try {
    return await inTransaction(scope, async (tx) => {
      await planAfresh(tx)
      await limitStatements(tx, limits.wholeMs)
      const { now, timeZone } = await getClock(tx)
      const asked = { now, timeZone, sample: SAMPLE }
      const { count, contactIds } = await countAndSample(tx, rule, asked)
      return { count, sample: await contactsById(tx, contactIds), unknownFields }
    })
  } catch (error) {
    if (!isTimeout(error)) throw error
    const paths = await findSlowConditions(scope, rule, limits.eachMs)
    throw new AppError('limit-reached', 'This rule takes too long to count.', {
      ...{ reason: 'rule-too-slow', slow: paths.map(fieldAt) },
    })
  }
}
