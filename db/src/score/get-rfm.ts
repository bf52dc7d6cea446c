import { AppError } from '@relance/core/error/app-error'
import { type RfmReport, rfmReport } from '@relance/core/score/rfm-report'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { currentBuild } from './current-build'
import { getScoreSettings } from './get-score-settings'
import { readFigures } from './read-figures'
import { readAsOf } from './request-rebuild'
import { scoreEverybody } from './score-everybody'
import { orderRange } from './scored-orders'

export interface DatedReport extends RfmReport {
  asOf: Date
}

/**
 * What the scoring of everybody finds: as the latest one found it, or as of an instant, worked out on the spot.
 * Orders refunded since count as refunded, whatever the instant.
 * @throws AppError invalid for an `asOf` that is no instant, or has not come yet
 */
export const getRfm = (
  scope: Scope | Tx,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<DatedReport> =>
  inTransaction(scope, async (tx) => {
    const settings = await getScoreSettings(tx)
    const { now, timeZone } = await getClock(tx)
    const wanted = asOf === undefined ? null : readAsOf(asOf, timeZone)
    if (wanted && wanted > now)
      throw new AppError('invalid', 'asOf: lies in the future.', { field: 'asOf' })
    const build = await currentBuild(tx)
    if (build && (!wanted || wanted.getTime() === build.asOf.getTime()))
      return { asOf: build.asOf, ...rfmReport(build.figures, settings) }
    const at = wanted ?? now
    await scoreEverybody(
      tx,
      orderRange(settings, at, { pinned: wanted !== null, timeZone }),
      timeZone,
    )
    return { asOf: at, ...rfmReport(await readFigures(tx, settings), settings) }
  })
