import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { type ContactItem, contactsById } from '../contact/find-contacts'
import { countAndSample } from '../rule/select-matching'
import { checkSegmentRule } from './check-segment-rule'
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
 * @throws AppError invalid as for a new segment
 */
export const previewSegment = (
  scope: Scope | Tx,
  sent: unknown,
  segmentId: string | null = null,
): Promise<SegmentPreview> =>
  inTransaction(scope, async (tx) => {
    const { rule, unknownFields } = await checkSegmentRule(tx, sent, segmentId)
    await planAfresh(tx)
    const { now, timeZone } = await getClock(tx)
    const { count, contactIds } = await countAndSample(tx, rule, { now, timeZone, sample: SAMPLE })
    return { count, sample: await contactsById(tx, contactIds), unknownFields }
  })
