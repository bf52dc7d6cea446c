import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let address: string
let flowId: string
const ask = (method: string, path: string, body?: unknown, language = 'en') =>
  t.ask(shop.apiKey, method, path, body, { 'accept-language': language })
const apologise = (body: Record<string, unknown>, language?: string) =>
  ask('POST', `${address}/apologies`, body, language)

const HIT = 500
const REPEATED = 40
const TIMES = 7

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  await ask('PATCH', `/api/workspaces/${shop.scope.workspaceId}`, {
    sender: { email: 'hello@shop.example' },
  })
  flowId = (
    await ask('POST', '/api/flows', {
      name: 'Spring',
      settings: { goal: 'none' },
      graph: {
        nodes: [
          { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
          { id: 'end', type: 'end', config: { as: 'exit', reason: 'done' } },
        ],
        edges: [{ from: 'start', exit: 'entered', to: 'end' }],
      },
    })
  ).json.id
  const published = await ask('POST', `/api/flows/${flowId}/publish`, { people: 'finish' })
  expect(published).toMatchObject({ status: 200 })
  address = `/api/flows/${flowId}/steps/mail`
  await sendWrongly()
})
afterAll(() => t.close())

/** 500 people got a mail of one step, 40 of them 7 times; of those, 5 have unsubscribed since and 1 address is gone. */
const sendWrongly = () =>
  inTransaction(shop.scope, async ({ sql, workspaceId }) => {
    await sql`
      insert into contacts (workspace_id, id, external_id, email, email_normal, created_at, updated_at)
      select ${workspaceId}, gen_random_uuid(), 'p' || n, 'p' || n || '@example.com', 'p' || n || '@example.com',
        '2026-01-01', '2026-01-01' from generate_series(1, ${HIT}) n`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at)
      select workspace_id, id, created_at from contacts where workspace_id = ${workspaceId} on conflict do nothing`
    await sql`
      insert into consents (workspace_id, contact_id, channel, state, source, at)
      select workspace_id, id, 'email', case when external_id in ('p1', 'p2', 'p3', 'p4', 'p5') then 'refused' else 'given' end,
        'test', '2026-03-01' from contacts where workspace_id = ${workspaceId}`
    await sql`
      insert into suppressions (workspace_id, channel, address_hash, reason, created_at)
      select workspace_id, 'email', address_hash(workspace_id, email_normal), 'hard-bounce', '2026-03-01'
      from contacts where workspace_id = ${workspaceId} and external_id = 'p6'`
    await sql`
      insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, anchor_at,
        entered_at, entered_node_at, listens, node_listens, entry_data, ended_at, end_reason)
      select workspace_id, gen_random_uuid(), ${flowId}, 1, id, '', '', 'ended', 'mail', '2026-03-02', '2026-03-02', '2026-03-02',
        '{}', '{}', '{}', '2026-03-02', 'end' from contacts where workspace_id = ${workspaceId}`
    await sql`
      insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
        template_id, template_version, locale, when_held, typology, service, state, queued_at, send_at, sent_at, expires_at)
      select e.workspace_id, gen_random_uuid(), e.id || ':mail:' || n, e.id, e.flow_id, 1, 'mail', n, e.contact_id, 'email',
        ${newId()}, 1, 'en', 'wait', 'information', false, 'sent', at, at, at, at + interval '3 days'
      from enrolments e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      cross join generate_series(1, ${TIMES}) n
      cross join lateral (select timestamptz '2026-03-02T08:00:00Z' + n * interval '5 minutes' as at) m
      where e.workspace_id = ${workspaceId} and (n = 1 or substr(c.external_id, 2)::int <= ${REPEATED})`
  })

test('before anything is sent it is said to how many an apology would go, and why not to others', async () => {
  const audience = (whom: string) => ask('GET', `${address}/apologies/audience?whom=${whom}`)
  expect((await audience('repeated')).json).toEqual({
    people: 34,
    leftOut: { unsubscribed: 5, suppressed: 1 },
  })
  expect((await audience('everyone')).json).toMatchObject({ people: 494 })
  expect((await ask('GET', `${address}/faulty-send`)).json.apologies).toEqual([])
})

test('the page of a faulty send names the 500 it hit, and the 40 who got it more than once', async () => {
  const { json } = await ask('GET', `${address}/faulty-send`)
  const mails = HIT + REPEATED * (TIMES - 1)
  expect(json).toMatchObject({ hit: HIT, repeated: REPEATED, mails, apologies: [] })
  const { json: list } = await ask('GET', `${address}/faulty-send/people?only=repeated`)
  expect(list.items).toHaveLength(REPEATED)
  expect(list.items[0]).toMatchObject({ times: TIMES, isRepeated: true })
})

test('each figure of a faulty send opens as many people, or mails, as it says', async () => {
  const { json: send } = await ask('GET', `${address}/faulty-send`)
  const list = (figure: string, more = '') =>
    ask('GET', `${address}/faulty-send/rows?figure=${figure}&limit=500${more}`)
  for (const figure of ['hit', 'repeated', 'mails', 'complained', 'unsubscribed']) {
    const { json } = await list(figure)
    expect([figure, json.count]).toEqual([figure, send[figure]])
    expect(json.items).toHaveLength(Math.min(500, json.count))
  }
  expect((await list('reached')).json).toMatchObject({ count: 34 })
  const unsubscribed = await list('leftOut', '&reason=unsubscribed')
  expect(
    unsubscribed.json.items.map(({ externalId }: { externalId: string }) => externalId).sort(),
  ).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
})

test('for a minor slip nothing is sent, and it says why in the reader’s language', async () => {
  const { json } = await apologise({ severity: 'minor' }, 'fr')
  expect(json).toMatchObject({ people: 0, apologyId: null })
  expect(json.reason).toMatch(/petite erreur/)
})

test('an apology goes to 34 of the 40, and pressing twice sends no second copy', async () => {
  const first = await apologise({ severity: 'serious' })
  expect(first).toMatchObject({
    status: 200,
    json: { people: 34, leftOut: { unsubscribed: 5, suppressed: 1 }, reason: null },
  })
  const again = await apologise({ severity: 'serious' })
  expect(again.json).toMatchObject({
    ...{ apologyId: null, people: 0 },
    leftOut: { unsubscribed: 5, suppressed: 1, 'already-apologised': 34 },
  })
  const { json } = await ask('GET', `${address}/faulty-send`)
  expect(json.apologies).toMatchObject([{ people: 34, whom: 'repeated' }])
  const [made] = json.apologies
  expect(made).toMatchObject({ leftOut: { unsubscribed: 5, suppressed: 1 }, namesLeftOut: true })
  const behind = async (more: string) =>
    (await ask('GET', `${address}/faulty-send/rows?apologyId=${made.id}&${more}`)).json.count
  expect(await behind('figure=apologisedTo')).toBe(made.people)
  expect(await behind('figure=apologySent')).toBe(made.sent)
  expect(await behind('figure=apologyLeftOut&reason=unsubscribed')).toBe(5)
  expect(await behind('figure=apologyLeftOut&reason=suppressed')).toBe(1)
  const flow = await ask('GET', `/api/flows/${json.apologies[0].sentBy}`)
  expect(flow.json).toMatchObject({ name: 'Apology: Spring', status: 'live' })
  const [queued] = await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql<{ n: number }[]>`
      select count(*)::int as n from event_queue q join events e on e.id = q.event_id and e.workspace_id = q.workspace_id
      where q.workspace_id = ${workspaceId} and e.name = 'Apology Due'`,
  )
  expect(queued?.n).toBe(34)
})

test('those who got it once are apologised to apart, where that is wanted', async () => {
  const { json } = await apologise({ severity: 'serious', whom: 'everyone' })
  expect(json).toMatchObject({ people: HIT - REPEATED })
})

test('an alarm that does not stand cannot be lifted', async () => {
  expect((await ask('POST', `${address}/lift-alarm`)).status).toBe(404)
  expect((await ask('GET', '/api/repeat-alarms')).json).toEqual({ items: [] })
})

test('a wrong price also puts everybody hit into the queue of customers to answer, once, whoever no mail reaches included', async () => {
  const first = await apologise({ severity: 'binding', whom: 'repeated' })
  expect(first.json).toMatchObject({ apologyId: null, people: 0, cases: REPEATED })
  expect((await apologise({ severity: 'binding', whom: 'repeated' })).json.cases).toBe(0)
  const { json } = await ask('GET', `/api/support-cases?flowId=${flowId}&nodeId=mail&limit=30`)
  expect(json.items).toHaveLength(30)
  expect(json.items[0]).toMatchObject({ flowName: 'Spring', nodeId: 'mail', doneAt: null })
  const rest = await ask('GET', `/api/support-cases?limit=30&cursor=${json.next}`)
  expect(rest.json.items).toHaveLength(REPEATED - 30)
  expect(rest.json.next).toBeNull()
  const names = [...json.items, ...rest.json.items].map(({ contact }) => contact)
  expect(new Set(names).size).toBe(REPEATED)
  expect(names).toContain('p6@example.com')
})

test('whoever is answered leaves the queue with what was agreed, and is not in it again for the same mail', async () => {
  const { json } = await ask('GET', '/api/support-cases?limit=1')
  const [one] = json.items
  const path = `/api/support-cases/${one.id}/done`
  expect((await ask('POST', path, { note: 'The old price holds.' })).status).toBe(204)
  expect((await ask('POST', path, {})).status).toBe(409)
  expect((await ask('POST', `/api/support-cases/${newId()}/done`, {})).status).toBe(404)
  const done = await ask('GET', '/api/support-cases?state=done')
  expect(done.json.items).toMatchObject([{ id: one.id, note: 'The old price holds.' }])
  expect((await apologise({ severity: 'binding', whom: 'repeated' })).json.cases).toBe(0)
})
