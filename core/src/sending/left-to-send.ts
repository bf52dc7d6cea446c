/** Of a sending: what came of those who were told so far. */
interface Told {
  total: number
  sent: number
  refused: Record<string, number>
  failed: number
  left: number
  notEntered: number
  cancelled: number
}

/** How many of a sending nothing has gone to yet, and may still: those to come, held, or on the way. */
export function leftToSend({ total, refused, ...told }: Told): number {
  const { sent, failed, left, notEntered, cancelled } = told
  const turned = Object.values(refused).reduce((sum, n) => sum + n, 0)
  return Math.max(0, total - sent - failed - left - notEntered - cancelled - turned)
}
