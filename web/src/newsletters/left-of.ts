import type { Sending } from '../api/sendings'

type Counted = Pick<
  Sending,
  'total' | 'sent' | 'refused' | 'failed' | 'left' | 'notEntered' | 'cancelled'
>

/** How many of a sending nothing has gone to yet, and may still: those to come, held, or on the way. */
export function leftOf(sending: Counted): number {
  const { total, sent, failed, left, notEntered, cancelled } = sending
  const refused = Object.values(sending.refused).reduce((sum, n) => sum + n, 0)
  return Math.max(0, total - sent - failed - left - notEntered - cancelled - refused)
}
