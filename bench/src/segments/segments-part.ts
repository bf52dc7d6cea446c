import type { Rule } from '@relance/core/rule/rule'
import { getContact } from '@relance/db/contact/get-contact'
import { listIdentities } from '@relance/db/contact/list-identities'
import { listScoreHistory } from '@relance/db/score/list-score-history'
import { previewSegment } from '@relance/db/segment/preview-segment'
import { listSessions } from '@relance/db/session/list-sessions'
import { listEnrolments } from '@relance/db/stats/list-enrolments'
import { listTimeline, timelineKinds } from '@relance/db/timeline/list-timeline'
import { atMost, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { sized } from '../sized'
import { type Database, withDatabase } from '../sweep/with-database'
import { EVENTS_EACH, makeKnownCrowd } from './known-crowd'

const LARGEST = sized('RELANCE_BENCH_CROWD', { alone: 1_000_000, whole: 100_000 })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)
const COUNTS = 5
const PAGES = 40

/** Bought at least twice, came within 90 days, and looked at two products within the last thirty. */
const RULE: Rule = {
  and: [
    { field: 'ordersCount', op: '>=', value: 2 },
    { field: 'lastVisitAt', op: '>=', value: { ago: 'P90D' } },
    { event: 'Product Viewed', count: { op: '>=', value: 2 }, within: 'P30D' },
  ],
}

/** What whoever draws a rule, or opens a customer, waits for. */
export const segmentsPart: Part = {
  name: 'segments',
  about: `a rule of three conditions with a window of events, and a customer's page, among ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} contacts with ${EVENTS_EACH} events and three orders each`,
  async run(say) {
    const rows: Row[] = []
    for (const size of SIZES)
      rows.push(...(await withDatabase(say, (database) => measure(database, size, say))))
    return rows
  },
}

async function measure(database: Database, size: number, say: (line: string) => void) {
  await makeKnownCrowd(database, size)
  say(`${size} contacts are there.`)
  const counts: number[] = []
  let found = 0
  for (let n = 0; n < COUNTS; n++) {
    const begin = performance.now()
    found = (await previewSegment(database.scope, RULE)).count
    counts.push(performance.now() - begin)
  }
  const pages = await openPages(database, size)
  const name = `${size.toLocaleString('en')} contacts`
  return [
    atMost(
      `${name}: count and ten people, the slowest of ${COUNTS}`,
      percentile(counts, 1),
      1_000,
      'ms',
    ),
    told(`${name}: count and ten people, in the middle`, percentile(counts, 0.5), 'ms'),
    told(`${name}: found`, found, ''),
    atMost(`${name}: a customer’s page, p99 of ${PAGES}`, percentile(pages, 0.99), 200, 'ms'),
    told(`${name}: a customer’s page, in the middle`, percentile(pages, 0.5), 'ms'),
  ]
}

/** Milliseconds for all that a customer's page asks for, at once as the page does. */
async function openPages({ scope, owner }: Database, size: number): Promise<number[]> {
  const times: number[] = []
  for (let n = 1; n <= PAGES; n++) {
    const [row] = await owner<{ id: string }[]>`
      select id from contacts where workspace_id = ${scope.workspaceId}
        and external_id = ${`known-${Math.floor((n * size) / (PAGES + 1))}`}`
    const contactId = row?.id ?? ''
    const begin = performance.now()
    await Promise.all([
      getContact(scope, contactId),
      listTimeline(scope, contactId, timelineKinds, { cursor: undefined, limit: 40 }),
      listEnrolments(scope, { contactId }, { cursor: undefined, limit: 50 }),
      listSessions(scope, contactId, { cursor: undefined, limit: 5 }),
      listIdentities(scope, contactId),
      listScoreHistory(scope, contactId),
    ])
    times.push(performance.now() - begin)
  }
  return times
}
