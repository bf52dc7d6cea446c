import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../testing/signed-in'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

type Person = Awaited<ReturnType<typeof signedIn>>
let t: TestApp
let shop: TestWorkspace
let editor: Person
let publisher: Person
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
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
const drawn = async (name: string) =>
  (
    await editor.ask('POST', '/api/flows', {
      name,
      graph: graph('one'),
      settings: { goal: 'none' },
    })
  ).json.id as string
const open = async () => (await publisher.ask('GET', '/api/publish-requests')).json.items

test('an editor may not publish but asks; who, when, why and which draft are seen by publishers, who publish it', async () => {
  const id = await drawn('Asked')
  const at = `/api/flows/${id}/publish-request`
  expect((await editor.ask('GET', at)).json).toEqual({ request: null })
  expect((await editor.ask('POST', `/api/flows/${id}/publish`, { people: 'finish' })).status).toBe(
    403,
  )
  const asked = await editor.ask('POST', at, { note: ' Spring is here ', revision: 0 })
  expect(asked).toMatchObject({
    status: 200,
    json: { request: { askedBy: 'Louis', answer: null } },
  })
  expect(await open()).toMatchObject([
    {
      ...{ flowId: id, flowName: 'Asked', revision: 0, isCurrent: true, note: 'Spring is here' },
      ...{ askedBy: 'Louis', askedAt: '2026-03-02T10:00:00.000Z' },
    },
  ])
  const live = { people: 'finish', note: 'Louis’ spring version' }
  expect((await publisher.ask('POST', `/api/flows/${id}/publish`, live)).status).toBe(200)
  expect(await open()).toEqual([])
  expect((await editor.ask('GET', at)).json.request).toMatchObject({
    answer: 'published',
    answeredBy: 'Camille',
  })
  expect((await editor.ask('GET', `/api/flows/${id}/versions`)).json.items).toMatchObject([
    { version: 1, publishedBy: 'Camille', note: 'Louis’ spring version' },
  ])
})

test('a request says when the draft is no longer what was asked for, and is anew once asked again; a moved card is no change', async () => {
  const id = await drawn('Changed')
  const at = `/api/flows/${id}/publish-request`
  const isCurrent = async () => (await publisher.ask('GET', at)).json.request.isCurrent
  const put = (revision: number, reason: string, positions = {}) =>
    editor.ask('PUT', `/api/flows/${id}/draft`, {
      ...{ flowId: id, revision, graph: graph(reason), positions, settings: { goal: 'none' } },
    })
  await editor.ask('POST', at, {})
  expect((await put(0, 'one', { end: { x: 8, y: 80 } })).status).toBe(200)
  expect(await isCurrent()).toBe(true)
  expect((await put(1, 'two')).status).toBe(200)
  expect(await isCurrent()).toBe(false)
  expect((await editor.ask('POST', at, { revision: 1 })).status).toBe(409)
  await editor.ask('POST', at, { revision: 2, note: 'Now it is right' })
  expect(await open()).toMatchObject([{ revision: 2, isCurrent: true, note: 'Now it is right' }])
  await editor.ask('DELETE', at)
})

test('a publisher declines with a reason that the editor reads; whoever asked may take it back', async () => {
  const id = await drawn('Declined')
  const at = `/api/flows/${id}/publish-request`
  await editor.ask('POST', at, {})
  expect((await editor.ask('POST', `${at}/decline`, { reason: 'no' })).status).toBe(403)
  expect((await publisher.ask('POST', `${at}/decline`, { reason: ' ' })).status).toBe(400)
  await publisher.ask('POST', `${at}/decline`, { reason: 'Not before Easter' })
  expect((await editor.ask('GET', at)).json.request).toMatchObject({
    ...{ answer: 'declined', answeredBy: 'Camille', reason: 'Not before Easter' },
  })
  expect(await open()).toEqual([])
  const again = await publisher.ask('POST', `${at}/decline`, { reason: 'no' })
  expect([again.status, again.json.code]).toEqual([409, 'conflict'])

  await editor.ask('POST', at, {})
  expect(await open()).toHaveLength(1)
  expect((await editor.ask('DELETE', at)).json.request).toMatchObject({ answer: 'withdrawn' })
  expect(await open()).toEqual([])
})

test('a draft that has something to fix is not asked for', async () => {
  const { id } = (
    await editor.ask('POST', '/api/flows', { name: 'Empty', graph: { nodes: [], edges: [] } })
  ).json
  const refused = await editor.ask('POST', `/api/flows/${id}/publish-request`, {})
  expect([refused.status, refused.json.problems[0].code]).toEqual([409, 'V01'])
})
