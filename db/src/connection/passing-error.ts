/** SQLSTATEs that say nothing about the work itself: it may be tried again as it is. */
const PASSING = new Set(['40P01', '40001', '55P03'])

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** A deadlock, a lock that took too long: trying again is right. */
export const isPassing = (error: unknown): boolean => PASSING.has(codeOf(error))

/**
 * A statement that took longer than one may: the fault of what it asked, unless everything is slow. Counts as the
 * database's own trouble, too; whoever can tell whose work it was asks this first.
 */
export const isTimeout = (error: unknown): boolean => codeOf(error) === '57014'

/** The database is away, full or overloaded: the fault of nobody's node or event. */
export const isInfrastructure = (error: unknown): boolean => {
  const code = codeOf(error)
  return /^(08|40|53|55|57|58)/.test(code) || /^(CONNECTION|ECONN|ETIMEDOUT|EPIPE)/.test(code)
}
