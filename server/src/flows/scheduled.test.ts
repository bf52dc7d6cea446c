import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../testing/signed-in'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

type Person = Awaited<ReturnType<typeof signedIn>>
let t: TestApp
let shop: TestWorkspace
let viewer: Person
let editor: Person
let publisher: Person
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  viewer = await signedIn(t, shop.scope, 'viewer', 'Vera')
  editor = await signedIn(t, shop.scope, 'editor', 'Louis')
  publisher = await signedIn(t, shop.scope, 'publisher', 'Camille')
})
afterAll(() => t.close())

const graph = (reason: string) => ({
  nodes: [
    { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
    { id: 'end', type: 'end', config: { as: 'exit', reason } },
  ],
  edges: [{ from: 'start', exit: 'entered', to: 'end' }],
})
const drawn = async (reason = 'one') => {
  const flow = { name: 'Spring', graph: graph(reason), settings: { goal: 'none' } }
  return (await editor.ask('POST', '/api/flows', flow)).json.id as string
}
const SPRING = '2026-03-20T08:00:00.000Z'
const start = { people: 'finish', startAt: SPRING }

test('who may publish may schedule a start: it is kept as it was drawn, told to everybody, published at once or cancelled', async () => {
  const id = await drawn()
  const at = `/api/flows/${id}`
  for (const person of [viewer, editor])
    expect((await person.ask('POST', `${at}/publish`, start)).status).toBe(403)
  expect(await publisher.ask('POST', `${at}/publish`, start)).toMatchObject({
    ...{ status: 202, json: { startAt: SPRING } },
  })
  const told = (await viewer.ask('GET', at)).json
  expect(told).toMatchObject({ status: 'draft', version: null })
  expect(told.scheduled).toEqual({
    start: {
      ...{ at: SPRING, people: 'finish', by: 'Camille', isCurrent: true },
      madeAt: '2026-03-02T10:00:00.000Z',
    },
    ...{ end: null, failed: null },
  })
  const listed = (await viewer.ask('GET', '/api/flows')).json.items
  expect(listed.find((flow: { id: string }) => flow.id === id).scheduled.start.at).toBe(SPRING)
  const { revision } = (await editor.ask('GET', `${at}/draft`)).json
  await editor.ask('PUT', `${at}/draft`, {
    ...{ revision, graph: graph('two'), settings: { goal: 'none' } },
  })
  expect((await viewer.ask('GET', at)).json.scheduled.start.isCurrent).toBe(false)
  for (const person of [viewer, editor]) {
    expect((await person.ask('POST', `${at}/scheduled-start/now`)).status).toBe(403)
    expect((await person.ask('DELETE', `${at}/scheduled-start`)).status).toBe(403)
  }
  await editor.ask('POST', `${at}/publish-request`, { note: 'The second one' })
  expect((await publisher.ask('POST', `${at}/scheduled-start/now`)).json).toEqual({
    ...{ version: 1, entered: 0 },
  })
  // It asks for what was drawn later.
  expect((await editor.ask('GET', `${at}/publish-request`)).json.request.answer).toBeNull()
  expect((await viewer.ask('GET', `${at}/versions/1`)).json.graph.nodes[1].config.reason).toBe(
    'one',
  )
  expect((await viewer.ask('GET', `${at}/versions`)).json.items).toMatchObject([
    { publishedBy: 'Camille', scheduledAt: '2026-03-02T10:00:00.000Z' },
  ])
  expect((await publisher.ask('POST', `${at}/scheduled-start/now`)).status).toBe(409)
  expect((await publisher.ask('POST', `${at}/publish`, start)).status).toBe(202)
  expect((await publisher.ask('DELETE', `${at}/scheduled-start`)).json.scheduled.start).toBeNull()
  expect((await publisher.ask('DELETE', `${at}/scheduled-start`)).status).toBe(409)
})

test('a start is refused for what publishing now is refused for, and for an instant that has passed', async () => {
  const id = await drawn()
  const publish = (body: object) => publisher.ask('POST', `/api/flows/${id}/publish`, body)
  expect(await publish({ ...start, startAt: '2026-03-02T10:00:00Z' })).toMatchObject({
    ...{ status: 400, json: { code: 'invalid', field: 'startAt' } },
  })
  expect((await publish({ ...start, startAt: 'tomorrow' })).status).toBe(400)
  expect((await publish({ ...start, revision: 7 })).json.code).toBe('conflict')
  const broken = await drawn()
  await editor.ask('PUT', `/api/flows/${broken}/draft`, {
    ...{ revision: 0, graph: { nodes: graph('x').nodes, edges: [] }, settings: { goal: 'none' } },
  })
  const refused = await publisher.ask('POST', `/api/flows/${broken}/publish`, start)
  expect(refused.status).toBe(409)
  expect(refused.json.problems.length).toBeGreaterThan(0)
})

test('an end is scheduled, changed and cancelled by who may stop, for what runs', async () => {
  const id = await drawn()
  const at = `/api/flows/${id}`
  const end = { people: 'leave', endAt: '2026-04-01T22:00:00Z' }
  expect((await publisher.ask('POST', `${at}/stop`, end)).status).toBe(409)
  await publisher.ask('POST', `${at}/publish`, { people: 'finish' })
  expect((await editor.ask('POST', `${at}/stop`, end)).status).toBe(403)
  expect((await publisher.ask('POST', `${at}/stop`, end)).json).toMatchObject({
    ...{ status: 'live', scheduled: { end: { people: 'leave', by: 'Camille' } } },
  })
  const later = { people: 'finish', endAt: '2026-04-02T22:00:00Z' }
  expect((await publisher.ask('POST', `${at}/stop`, later)).json.scheduled.end).toMatchObject({
    ...{ at: '2026-04-02T22:00:00.000Z', people: 'finish' },
  })
  const past = { people: 'finish', endAt: '2026-03-01T00:00:00Z' }
  expect((await publisher.ask('POST', `${at}/stop`, past)).json).toMatchObject({
    ...{ code: 'invalid', field: 'endAt' },
  })
  expect((await editor.ask('DELETE', `${at}/scheduled-end`)).status).toBe(403)
  expect((await publisher.ask('DELETE', `${at}/scheduled-end`)).json.scheduled.end).toBeNull()
})

test('a spread is whole hours, from one to seventy-two', async () => {
  const id = await drawn()
  const publish = (spread: string) =>
    publisher.ask('POST', `/api/flows/${id}/publish`, { people: 'move', spread })
  for (const wrong of ['PT0H', 'PT73H', 'PT90M', 'P1D', '4', 'PT4H30M'])
    expect(await publish(wrong)).toMatchObject({
      ...{ status: 400, json: { code: 'invalid', field: 'spread' } },
    })
  expect((await publish('PT72H')).status).toBe(200)
})
