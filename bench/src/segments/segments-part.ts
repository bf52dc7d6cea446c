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
import { CATEGORIES, EVENTS_EACH, makeKnownCrowd } from './known-crowd'

const LARGEST = sized('RELANCE_BENCH_CROWD', { alone: 1_000_000, whole: 100_000 })
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)
/** Beyond it, what everybody bought and looked at is more than a statement may read while somebody waits. */
const MOST_BEHAVIOUR = 100_000
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

const category = (n: number) => `category-${n % CATEGORIES}`
const FAVOURITE: Rule = { field: 'favouriteCategory', op: '=', value: category(3) }
const INTEREST: Rule = { field: 'interests', op: 'contains', value: category(4) }

/** What is worked out from all that somebody bought and looked at, and only told: how long it takes grows with that. */
const BEHAVIOUR: readonly { name: string; rule: Rule }[] = [
  { name: 'a favourite', rule: FAVOURITE },
  { name: 'an interest', rule: INTEREST },
  { name: 'a favourite and an interest', rule: { and: [FAVOURITE, INTEREST] } },
  { name: 'a favourite of those the rule takes', rule: { and: [RULE, FAVOURITE] } },
]

/** What whoever draws a rule, or opens a customer, waits for. */
export const segmentsPart: Part = {
  name: 'segments',
  about: `a rule of three conditions with a window of events, favourites and interests, and a customer's page, among ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} contacts with ${EVENTS_EACH} events and three orders each`,
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
  const { times, found } = await count(database, RULE)
  const pages = await openPages(database, size)
  const name = `${size.toLocaleString('en')} contacts`
  const behaviour: Row[] = []
  for (const { name: what, rule } of size > MOST_BEHAVIOUR ? [] : BEHAVIOUR) {
    const asked = await count(database, rule)
    behaviour.push(
      told(`${name}: the same for ${what}, in the middle`, percentile(asked.times, 0.5), 'ms'),
      told(`${name}: found for ${what}`, asked.found, ''),
    )
  }
  return [
    atMost(
      `${name}: count and ten people, the slowest of ${COUNTS}`,
      percentile(times, 1),
      1_000,
      'ms',
    ),
    told(`${name}: count and ten people, in the middle`, percentile(times, 0.5), 'ms'),
    told(`${name}: found`, found, ''),
    ...behaviour,
    atMost(`${name}: a customer’s page, p99 of ${PAGES}`, percentile(pages, 0.99), 200, 'ms'),
    told(`${name}: a customer’s page, in the middle`, percentile(pages, 0.5), 'ms'),
  ]
}

/** Milliseconds of each time that whom a rule takes is counted, and how many there are. */
async function count({ scope }: Database, rule: Rule): Promise<{ times: number[]; found: number }> {
  const times: number[] = []
  let found = 0
  for (let n = 0; n < COUNTS; n++) {
    const begin = performance.now()
    found = (await previewSegment(scope, rule)).count
    times.push(performance.now() - begin)
  }
  return { times, found }
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
