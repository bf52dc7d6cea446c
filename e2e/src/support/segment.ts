import { Analytics } from '@segment/analytics-node'
import type { Relance } from './relance'

/** Segment's own client, talking to Relance as it would to Segment. `flush` ends when all was accepted. */
export async function withSegment(
  relance: Relance,
  work: (analytics: Analytics) => void,
): Promise<void> {
  const analytics = new Analytics({
    writeKey: relance.writeKey,
    host: relance.url,
    maxRetries: 0,
    flushAt: 100,
  })
  const failures: unknown[] = []
  analytics.on('error', (error) => failures.push(error))
  work(analytics)
  await analytics.closeAndFlush()
  if (failures.length > 0) throw failures[0]
}
