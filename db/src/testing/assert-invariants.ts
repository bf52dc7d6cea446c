import postgres from 'postgres'
import { checkInvariants } from '../invariant/check-invariants'

/**
 * Throws unless every invariant holds in a test's database. Work that lies is not asked about: a test may end
 * in the middle of it.
 * @param databaseUrl as its owner
 */
export async function assertInvariants(databaseUrl: string): Promise<void> {
  const owner = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    const violations = await checkInvariants(owner)
    if (violations.length === 0) return
    const lines = violations.map(
      ({ number, says, rows }) => `${number}. ${says}\n${JSON.stringify(rows, null, 2)}`,
    )
    throw new Error(`The database breaks what must always hold:\n${lines.join('\n')}`)
  } finally {
    await owner.end()
  }
}
