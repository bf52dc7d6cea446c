import { figureLists } from '@relance/core/report/message-figure'
import { ORDER_GOAL, reportSettings } from '@relance/core/report/report-settings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { type FigureRow, type FigureRowsRequest, listFigureRows } from './list-figure-rows'
import { messageReport } from './message-report'
import { reportGroups } from './report-group'

const flow = '00000000-0000-4000-8000-0000000000f1'
const mail = '00000000-0000-4000-8000-0000000000a1'
const sentAt = new Date('2026-03-02T10:00:00Z')
const period = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') }
const credit = reportSettings.parse({})

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-03-20T10:00:00Z')
  await inTransaction(scope, sendAll)
})
afterAll(() => knowledge.close())

/** The id of the nth message, or person. */
const numbered = ({ sql }: Tx, kind: 'a' | 'b') =>
  sql`('00000000-0000-4000-8000-' || ${kind} || lpad(n::text, 11, '0'))::uuid`

/** A thousand sent, of which fifteen come back for good and five for the time being. */
async function sendAll(tx: Tx): Promise<void> {
  // A thousand messages need no thousand runs here.
  await tx.sql`select trust_keys()`
  await tx.sql`
    insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, typology, mode, acted_at, state, send_at, expires_at, queued_at, sent_at)
    select ${tx.workspaceId}, ${numbered(tx, 'a')}, 'key-' || n, ${numbered(tx, 'b')}, ${flow}, 1, 'mail', 1,
      ${numbered(tx, 'b')}, 'email', ${mail}, 1, 'en', 'loyalty', 'interactive',
      ${sentAt}::timestamptz - make_interval(secs => n / 10.0), case when n > 980 then 'failed' else 'sent' end,
      ${sentAt}, ${sentAt}, ${sentAt}, case when n <= 980 then ${sentAt}::timestamptz end
    from generate_series(1, 1000) n`
  await reachOwnGoal(tx, [10, 12], '2026-03-04T10:00:00Z')
  // Before it was sent anything.
  await reachOwnGoal(tx, [13, 13], '2026-03-02T09:00:00Z')
  await happen(tx, 'Email Delivered', [1, 980])
  await happen(tx, 'Email Bounced', [981, 995], { bounce_class: 'hard' })
  await happen(tx, 'Email Bounced', [996, 1000], { bounce_class: 'soft' })
  await happen(tx, 'Email Opened', [1, 300])
  await happen(tx, 'Email Opened', [1, 150])
  // The last ten are among those whose opening nobody saw.
  await happen(tx, 'Email Link Clicked', [201, 280])
  await happen(tx, 'Email Link Clicked', [291, 300])
  await happen(tx, 'Email Link Clicked', [201, 250])
  await happen(tx, 'Unsubscribed', [1, 5])
  await happen(tx, 'Email Marked as Spam', [6, 6])
  await happen(tx, 'Email Prefetched', [301, 700])
  await happen(tx, 'Email Link Scanned', [301, 320])
}

/** The runs of some people end with their scenario's own goal. */
const reachOwnGoal = (tx: Tx, [first, last]: [number, number], at: string) => tx.sql`
  insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, anchor_at,
    entered_at, entered_node_at, listens, node_listens, entry_data, ended_at, end_reason)
  select ${tx.workspaceId}, ${numbered(tx, 'b')}, ${flow}, 1, ${numbered(tx, 'b')}, '', '', 'ended', 'mail', ${sentAt},
    ${sentAt}, ${sentAt}, '{}', '{}', '{}', ${at}, 'goal'
  from generate_series(${first}::int, ${last}::int) n`

const happen = (
  tx: Tx,
  name: string,
  [first, last]: [number, number],
  more: Record<string, string | number> = {},
) => tx.sql`
  insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
  select ${tx.workspaceId}, uuidv7(), uuidv7()::text, ${numbered(tx, 'b')}, 'track', ${name},
    ${JSON.stringify(more)}::jsonb || jsonb_build_object('message_id', ${numbered(tx, 'a')}), ${sentAt}, ${sentAt}, 'relance'
  from generate_series(${first}::int, ${last}::int) n`

const order = (n: number, at: string, cents: number) =>
  inTransaction(scope, async (tx) => {
    await tx.sql`select trust_keys()`
    await tx.sql`
      insert into orders (workspace_id, order_id, contact_id, at, revenue_cents)
      select ${tx.workspaceId}, ${`${n}-${at}`}, ${numbered(tx, 'b')}, ${at}, ${cents} from (select ${n}::int as n) x`
  })

const rate = (part: number | undefined, whole: number | undefined) =>
  `${(((part ?? 0) / (whole ?? 1)) * 100).toFixed(2)} %`

test('figures are of people, of what was delivered, and programs are counted apart', async () => {
  const [row] = await messageReport(scope, { by: 'mail', credit, ...period })
  expect(row).toMatchObject({
    ...{ sent: 1000, delivered: 980, hardBounced: 15, softBounced: 5, blocked: 0 },
    ...{ uniqueOpens: 300, totalOpens: 450, uniqueClicks: 90, totalClicks: 140 },
    ...{ unsubscribed: 5, complained: 1, robotOpens: 400, robotClicks: 20 },
    // Of the nth, a tenth of n seconds passed between the act and the sending.
    ...{ interactive: 980, withinMinute: 600, actSeconds: 48_069 },
  })
  expect(rate(row?.uniqueOpens, row?.delivered)).toBe('30.61 %')
  expect(rate(row?.uniqueClicks, row?.delivered)).toBe('9.18 %')
  expect(rate(row?.totalClicks, row?.delivered)).toBe('14.29 %')
  expect(rate(row?.uniqueClicks, row?.uniqueOpens)).toBe('30.00 %')
  expect(rate(row?.unsubscribed, row?.delivered)).toBe('0.51 %')
  expect(rate(row?.complained, row?.delivered)).toBe('0.10 %')
})

test('an order within seven days of a click is credited to it; an open earns nothing', async () => {
  await order(201, '2026-03-09T09:00:00Z', 4000)
  await order(202, '2026-03-09T11:00:00Z', 8000)
  await order(1, '2026-03-02T12:00:00Z', 1000)
  for (const by of reportGroups)
    expect(await messageReport(scope, { by, credit, ...period })).toMatchObject([
      { conversions: 1, revenueCents: 4000, sent: 1000 },
    ])
})

test('a message outside the period is in no row', async () => {
  const later = { from: period.to, to: new Date('2026-03-10T00:00:00Z'), credit }
  expect(await messageReport(scope, { by: 'flow', ...later })).toEqual([])
})

/** The whole list, page by page. */
async function allRows(request: Omit<FigureRowsRequest, 'from' | 'to'>): Promise<FigureRow[]> {
  const rows: FigureRow[] = []
  let cursor: string | undefined
  do {
    const page = await listFigureRows(scope, { ...period, ...request }, { cursor, limit: 333 })
    rows.push(...page.items)
    cursor = page.next ?? undefined
    if (!cursor) expect(page.count).toBe(rows.length)
  } while (cursor)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  return rows
}

test('each figure of each row equals the list behind it, in number and in money', async () => {
  await inTransaction(scope, (tx) => happen(tx, 'signed_up', [201, 204]))
  const goals = { ...credit, goals: ['signed_up'] }
  for (const by of reportGroups) {
    const [row] = await messageReport(scope, { by, credit: goals, ...period })
    if (!row) throw new Error('nothing was sent')
    expect(row.conversions).toBe(5)
    for (const figure of figureLists) {
      if (figure === 'reactivity') continue
      const request = { figure, credit: goals, of: { by, key: row.key } }
      const list = await listFigureRows(scope, { ...period, ...request }, { limit: 1 })
      const said = figure === 'revenueCents' ? list.revenueCents : list.count
      expect([by, figure, said]).toEqual([by, figure, row[figure]])
      // The lists are the same for each group: one is read to its end.
      if (by !== 'mail') continue
      const rows = await allRows(request)
      const cents = rows.reduce((sum, { revenueCents }) => sum + (revenueCents ?? 0), 0)
      expect([figure, figure === 'revenueCents' ? cents : rows.length]).toEqual([
        figure,
        row[figure],
      ])
    }
  }
})

test('a goal is counted by its event, and money is of orders alone', async () => {
  const goals = { ...credit, goals: ['signed_up', 'never_happened'] }
  const [row] = await messageReport(scope, { by: 'mail', credit: goals, ...period })
  expect(row).toMatchObject({
    conversions: 5,
    revenueCents: 4000,
    goals: {
      [ORDER_GOAL]: { conversions: 1, revenueCents: 4000 },
      signed_up: { conversions: 4, revenueCents: 0 },
    },
  })
  const signedUp = await allRows({ figure: 'conversions', goal: 'signed_up', credit: goals })
  expect(signedUp.map(({ goal, orderId }) => [goal, orderId])).toEqual(
    Array.from({ length: 4 }, () => ['signed_up', null]),
  )
})

test('a goal whose amount the workspace names brings revenue, in its currency; what is no amount brings none', async () => {
  const said = [
    [205, { value: '12.50' }],
    [206, { value: 3 }],
    [207, { value: '-3' }],
    [208, { value: 'a lot' }],
    [209, { value: 10, currency: 'usd' }],
    [210, {}],
  ] as const
  await inTransaction(scope, async (tx) => {
    for (const [n, more] of said) await happen(tx, 'quote', [n, n], more)
    await tx.sql`insert into currency_rates (workspace_id, currency, rate) values (${tx.workspaceId}, 'USD', 0.9)`
  })
  const quote = { event: 'quote', property: 'value', inCents: false, currency: null }
  const valued = { ...credit, goals: ['quote'], goalValues: [quote] }
  const [row] = await messageReport(scope, { by: 'mail', credit: valued, ...period })
  expect(row).toMatchObject({
    ...{ conversions: 7, revenueCents: 4000 + 1250 + 300 + 900 },
    goals: { quote: { conversions: 6, revenueCents: 2450 } },
  })
  const earned = await allRows({ figure: 'revenueCents', credit: valued })
  expect(earned.map(({ goal, revenueCents }) => [goal, revenueCents])).toEqual(
    expect.arrayContaining([
      [ORDER_GOAL, 4000],
      ['quote', 1250],
      ['quote', 300],
      ['quote', 900],
    ]),
  )
  expect(earned).toHaveLength(4)
  const inCents = { ...valued, goalValues: [{ ...quote, inCents: true }] }
  const [cents] = await messageReport(scope, { by: 'flow', credit: inCents, ...period })
  expect(cents?.goals.quote).toEqual({ conversions: 6, revenueCents: 13 + 3 + 9 })
})

test('a run that ended with its scenario’s own goal counts once, at its last message before, and names whom', async () => {
  const [row] = await messageReport(scope, { by: 'flow', credit, ...period })
  expect(row?.ownGoals).toBe(3)
  const reached = await allRows({ figure: 'ownGoals', credit, of: { by: 'flow', key: flow } })
  expect(reached.map(({ at }) => at.toISOString())).toEqual(
    Array(3).fill('2026-03-04T10:00:00.000Z'),
  )
  // One of them got a later message of the same run, after the period.
  await inTransaction(scope, async (tx) => {
    await tx.sql`select trust_keys()`
    await tx.sql`
      insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
        template_id, template_version, locale, typology, state, send_at, expires_at, queued_at, sent_at)
      select ${tx.workspaceId}, uuidv7(), 'later', ${numbered(tx, 'b')}, ${flow}, 1, 'mail-2', 1, ${numbered(tx, 'b')}, 'email',
        ${mail}, 1, 'en', 'loyalty', 'sent', at, at, at, at
      from (select 12 as n, timestamptz '2026-03-04T09:00:00Z' as at) x`
  })
  const counted = async (from: Date, to: string) =>
    (await messageReport(scope, { by: 'node', credit, from, to: new Date(to) })).map(
      ({ nodeId, ownGoals }) => [nodeId, ownGoals],
    )
  expect(await counted(period.from, '2026-03-03T00:00:00Z')).toEqual([['mail', 2]])
  expect(await counted(period.from, '2026-03-05T00:00:00Z')).toEqual([
    ['mail', 2],
    ['mail-2', 1],
  ])
})

test('behind reactivity stand those who opened, each with whether they clicked', async () => {
  const request = { figure: 'reactivity', credit, of: { by: 'mail', key: mail } } as const
  const list = await listFigureRows(scope, { ...period, ...request }, { limit: 1 })
  expect([list.count, list.clicked]).toEqual([300, 90])
  const rows = await allRows(request)
  expect(rows.filter(({ clickedAt }) => clickedAt !== null)).toHaveLength(90)
})

test('the window is the workspace’s: shorter credits less, longer more, and opens only where they may', async () => {
  const earned = async (said: Partial<typeof credit>) => {
    const [row] = await messageReport(scope, {
      by: 'mail',
      credit: { ...credit, ...said },
      ...period,
    })
    return [row?.conversions, row?.revenueCents]
  }
  expect(await earned({ creditDays: 6 })).toEqual([0, 0])
  expect(await earned({ creditDays: 8 })).toEqual([2, 12_000])
  expect(await earned({ creditOpens: true })).toEqual([2, 5000])
})

test('an event that names no message of ours, or nothing that could be one, changes no figure', async () => {
  const before = await messageReport(scope, { by: 'mail', credit, ...period })
  await inTransaction(scope, async (tx) => {
    for (const name of ['Email Opened', 'Email Bounced'])
      await tx.sql`
        insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
        select ${tx.workspaceId}, uuidv7(), uuidv7()::text, ${numbered(tx, 'b')}, 'track', ${name},
          jsonb_build_object('message_id', said), ${sentAt}, ${sentAt}, 'http'
        from unnest(array['', 'not-an-id', 'ffffffff-0000-4000-8000-00000000ffff']) said, (select 1 as n) one`
  })
  expect(await messageReport(scope, { by: 'mail', credit, ...period })).toEqual(before)
})
