import type { Rung } from '@relance/core/activity/ladder'

/** What is looked for: a rung that time has brought, the daily look for who is at risk, a gap that has grown too long. */
export type ActivityLineName = Exclude<Rung, 'active'> | 'at-risk-day' | 'decline'

/** One of a workspace's looks for whom time has moved. */
export interface ActivityLine {
  line: ActivityLineName
  /** Up to here it has looked. */
  watermark: Date
  nextAt: Date
  /** The last one taken, within a look of several batches. As text: a stored instant is finer than a Date holds. */
  cursorAt: string | null
  cursorContact: string | null
}
