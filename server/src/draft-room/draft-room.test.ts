import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { newId } from '@relance/core/id/ids'
import { removeMember, setMember } from '@relance/db/member/members'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createApp } from '../app'
import { issueSignInLink } from '../auth/auth'
import { DraftWindow } from '../testing/draft-window'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'
import { DraftRooms } from './draft-rooms'
import { draftSockets } from './draft-sockets'

let t: TestApp
let shop: TestWorkspace
let first: Served
let second: Served
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
  first = await listen()
  second = await listen()
})
afterAll(async () => {
  await first.stop()
  await second.stop()
  await t.close()
})

interface Served {
  port: number
  rooms: DraftRooms
  stop: () => Promise<void>
}

/** One server process of several over the same database. */
async function listen(): Promise<Served> {
  const rooms = new DraftRooms(t.sql, t.services.log)
  const stopRooms = await rooms.start()
  const { fetch } = createApp({ ...t.services, rooms })
  const server = await new Promise<ReturnType<typeof createServer>>((resolve) => {
    const started = serve(
      { fetch, port: 0, createServer, websocket: { server: draftSockets() } },
      () => resolve(started as ReturnType<typeof createServer>),
    )
  })
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    await stopRooms()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, rooms, stop }
}

const node = (id: string, config = {}) => ({ id, type: 'wait-duration', version: 1, config })

async function newFlow(steps = ['one', 'two'], of = shop) {
  const graph = { nodes: steps.map((id) => node(id, { for: 'P1D' })), edges: [] }
  const { json } = await t.ask(of.apiKey, 'POST', '/api/flows', { name: 'Drawn', graph })
  return json.id as string
}

const window = (flowId: string, at = first, headers: Record<string, string> = {}, query = '') =>
  new DraftWindow(`ws://localhost:${at.port}/api/flows/${flowId}/draft/live${query}`, {
    authorization: `Bearer ${shop.apiKey}`,
    ...headers,
  })

async function opened(flowId: string, at = first) {
  const made = window(flowId, at)
  await made.open()
  return made
}

const draft = async (flowId: string) =>
  (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/draft`)).json
const stored = async (flowId: string, step: string) =>
  (await draft(flowId)).graph.nodes.find(({ id }: { id: string }) => id === step)?.config.for

/** A member's cookie, as the browser sends it. */
async function cookieOf(name: string, role: 'viewer' | 'editor') {
  const { internalAdapter } = await t.auth.$context
  const email = `${name}-${newId()}@shop.example`
  const user = await internalAdapter.createUser(
    { email, name, emailVerified: true },
    { method: 'test' },
  )
  await setMember(shop.scope, user.id, role)
  const link = (await issueSignInLink(t.auth, email)).replace('http://localhost:3000', '')
  const cookie = ((await t.app.request(link)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { cookie, userId: user.id }
}

const asMember = (flowId: string, cookie: string, at = first) =>
  new DraftWindow(
    `ws://localhost:${at.port}/api/flows/${flowId}/draft/live?workspace=${shop.scope.workspaceId}`,
    { cookie, origin: 'http://localhost:3000' },
  )

test('what one window changes the other has, and the draft with its revision is stored before it is acknowledged', async () => {
  const flowId = await newFlow()
  const [ann, ben] = [await opened(flowId), await opened(flowId)]
  ann.config('one').set('for', 'P2D')
  ben.config('two').set('for', 'P3D')
  await Promise.all([ann.saved(), ben.saved()])
  expect(await draft(flowId)).toMatchObject({
    revision: 2,
    graph: {
      nodes: [
        { id: 'one', config: { for: 'P2D' } },
        { id: 'two', config: { for: 'P3D' } },
      ],
    },
  })
  await ann.until(() => ann.config('two').get('for') === 'P3D')
  await ben.until(() => ben.config('one').get('for') === 'P2D')
})

test('two windows that set one field at once end with the same value, and so does the draft', async () => {
  const flowId = await newFlow()
  const [ann, ben] = [await opened(flowId), await opened(flowId, second)]
  ann.config('one').set('for', 'P10D')
  ben.config('one').set('for', 'P7D')
  await Promise.all([ann.saved(), ben.saved()])
  const kept = await stored(flowId, 'one')
  expect(['P10D', 'P7D']).toContain(kept)
  await ann.until(() => ann.config('one').get('for') === kept)
  await ben.until(() => ben.config('one').get('for') === kept)
})

test('two processes over one database take in each other’s changes, also under a storm of them', async () => {
  const steps = Array.from({ length: 20 }, (_, n) => `step-${n}`)
  const flowId = await newFlow(steps)
  const [ann, ben] = [await opened(flowId, first), await opened(flowId, second)]
  for (const [n, step] of steps.entries()) {
    const [mine, other] = n % 2 ? [ann, ben] : [ben, ann]
    mine.config(step).set('for', `P${n + 2}D`)
    other.config(step).set('since', 'anchor')
  }
  await Promise.all([ann.saved(), ben.saved()])
  const { graph, revision } = await draft(flowId)
  expect(revision).toBe(40)
  for (const [n, step] of steps.entries())
    expect(graph.nodes.find(({ id }: { id: string }) => id === step).config).toEqual({
      for: `P${n + 2}D`,
      since: 'anchor',
    })
  const isWhole = (at: DraftWindow) => () =>
    steps.every((step) => at.config(step).get('since') && at.config(step).get('for') !== 'P1D')
  await ann.until(isWhole(ann))
  await ben.until(isWhole(ben))
})

test('PUT enters the document: open windows see it, what they did beside it stands, and a stale revision answers 409', async () => {
  const flowId = await newFlow()
  const ann = await opened(flowId)
  ann.config('one').set('for', 'P2D')
  await ann.saved()
  const read = await draft(flowId)
  const graph = {
    nodes: [read.graph.nodes[0], node('two', { for: 'P9D' }), node('three')],
    edges: [],
  }
  const put = () => t.ask(shop.apiKey, 'PUT', `/api/flows/${flowId}/draft`, { ...read, graph })
  expect(await put()).toMatchObject({ status: 200, json: { revision: 2 } })
  await ann.until(() => ann.nodes.has('three') && ann.config('two').get('for') === 'P9D')
  expect(ann.config('one').get('for')).toBe('P2D')
  expect(await put()).toMatchObject({ status: 409, json: { current: { revision: 2 } } })
  ann.config('three').set('for', 'P5D')
  await ann.saved()
  expect(await stored(flowId, 'three')).toBe('P5D')
})

test('a window that was away gets what it missed, with who did it and when, and its own changes are stored', async () => {
  const flowId = await newFlow()
  const { cookie } = await cookieOf('Louis', 'editor')
  const ann = await opened(flowId)
  const louis = asMember(flowId, cookie)
  await louis.open()
  ann.config('one').set('for', 'P2D')
  await ann.saved()
  const { revision } = await draft(flowId)
  ann.cut()
  louis.config('two').set('for', 'P8D')
  await louis.saved()
  ann.config('one').set('for', 'P4D')
  ann.heads.splice(0)
  await ann.open({ since: revision })
  await ann.saved()
  expect(ann.config('two').get('for')).toBe('P8D')
  expect(await stored(flowId, 'one')).toBe('P4D')
  expect(ann.heads[0]).toMatchObject({ revision: revision + 1, by: 'Louis' })
  expect(Date.parse(ann.heads[0]?.at ?? '')).toBeGreaterThan(0)
  await louis.until(() => louis.config('one').get('for') === 'P4D')
})

test('a server that dies has stored all it acknowledged: the next one opens the same document', async () => {
  const flowId = await newFlow()
  const mortal = await listen()
  const ann = await opened(flowId, mortal)
  for (let day = 2; day < 130; day++) ann.config('one').set('for', `P${day}D`)
  await ann.saved()
  await mortal.stop()
  const ben = await opened(flowId)
  await ben.until(() => ben.nodes.size === 2)
  expect(ben.config('one').get('for')).toBe('P129D')
  expect(await stored(flowId, 'one')).toBe('P129D')
  expect(Y.encodeStateAsUpdate(ben.doc).length).toBeLessThan(3_000)
})

test('a way that drops, repeats and reorders frames loses nothing', async () => {
  const flowId = await newFlow()
  const ann = window(flowId)
  const late: Uint8Array[] = []
  let frames = 0
  await ann.open({
    way: (frame, send) => {
      frames++
      if (frames % 5 === 0) return
      if (frames % 3 === 0) return void late.push(frame)
      send(frame)
      send(frame)
      for (const each of late.splice(0)) send(each)
    },
  })
  for (let day = 2; day < 40; day++) {
    ann.config('one').set('for', `P${day}D`)
    ann.config('two').set('for', `P${day}D`)
  }
  ann.nodes.delete('two')
  // A later one that comes through asks for whatever is missing.
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ann.nodes.get('one')?.set('name', name)
  await ann.until(() => ann.told.some(({ type }) => type === 'resend'))
  await expect
    .poll(async () => {
      ann.send(Y.encodeStateAsUpdate(ann.doc))
      return (await draft(flowId)).graph.nodes
    })
    .toEqual([{ ...node('one', { for: 'P39D' }), name: 'f' }])
})

test('a change that makes no draft is refused with its code; nothing of it is stored, and nobody else sees it', async () => {
  const flowId = await newFlow()
  const ben = await opened(flowId)
  const before = await draft(flowId)
  const tries: Record<string, (ann: DraftWindow) => unknown> = {
    'a name that is too long': (ann) => ann.nodes.get('one')?.set('name', 'x'.repeat(121)),
    'a step that is no step': (ann) => ann.nodes.set('bad', new Y.Map([['id', 'bad']])),
    'a step under another’s id': (ann) =>
      ann.nodes.set('bad', ann.nodes.get('one')?.clone() ?? new Y.Map()),
    'a part that drafts do not have': (ann) => ann.doc.getMap('bad').set('a', 1),
    'a setting that does not exist': (ann) => ann.doc.getMap('settings').set('bad', 1),
    'a number that JSON does not know': (ann) => ann.config('one').set('bad', 1n),
  }
  for (const [what, change] of Object.entries(tries)) {
    const ann = await opened(flowId)
    const answer = ann.next('refused')
    change(ann)
    const { code } = await answer
    expect(`${what}: ${code}`).toBe(`${what}: invalid`)
    expect(await draft(flowId)).toEqual(before)
    ann.cut()
  }
  const ann = await opened(flowId)
  const answer = ann.next('refused')
  for (const step of ['one', 'two']) ann.config(step).set('text', 'x'.repeat(2_200_000))
  expect(await answer).toMatchObject({ code: 'too-large' })
  expect(ben.nodes.has('bad')).toBe(false)
})

test('bytes that are no change are refused, and the window may go on', async () => {
  const flowId = await newFlow()
  const ann = await opened(flowId)
  const answer = ann.next('refused')
  const number = ann.send(new Uint8Array([9, 9, 9, 9, 9]))
  expect(await answer).toMatchObject({ number, code: 'invalid' })
  ann.config('one').set('for', 'P6D')
  await ann.saved()
  expect(await stored(flowId, 'one')).toBe('P6D')
})

test('a refused change that is mended is taken together with what mends it', async () => {
  const flowId = await newFlow()
  const ann = await opened(flowId)
  const answer = ann.next('refused')
  const settings = ann.doc.getMap('settings')
  settings.set('maxStay', 'P')
  expect(await answer).toMatchObject({ code: 'invalid', field: 'settings.maxStay' })
  settings.set('maxStay', 'P9D')
  await ann.until(() => ann.told.some(({ type }) => type === 'resend'))
  await ann.saved()
  expect((await draft(flowId)).settings.maxStay).toBe('P9D')
})

test('a viewer sees every change and can make none', async () => {
  const flowId = await newFlow()
  const { cookie } = await cookieOf('Vera', 'viewer')
  const vera = asMember(flowId, cookie)
  const hello = vera.next('hello')
  await vera.open()
  expect(await hello).toMatchObject({ mayDraw: false })
  const ann = await opened(flowId)
  ann.config('one').set('for', 'P2D')
  await vera.until(() => vera.config('one')?.get('for') === 'P2D')
  const answer = vera.next('refused')
  vera.config('one').set('for', 'P9D')
  expect(await answer).toMatchObject({ code: 'forbidden' })
  expect(await stored(flowId, 'one')).toBe('P2D')
})

test('nobody opens another workspace’s draft, one without a key, or one from a page elsewhere', async () => {
  const flowId = await newFlow()
  const theirs = await t.workspace()
  const { cookie } = await cookieOf('Eve', 'editor')
  const refusals = {
    'another workspace’s key': window(flowId, first, { authorization: `Bearer ${theirs.apiKey}` }),
    'no key': window(flowId, first, { authorization: '' }),
    'a write key': window(flowId, first, { authorization: `Bearer ${shop.writeKey}` }),
    'no workspace named': window(flowId, first, { authorization: '', cookie }),
    'a workspace of others': window(
      flowId,
      first,
      { authorization: '', cookie },
      `?workspace=${theirs.scope.workspaceId}`,
    ),
    'a page elsewhere': window(
      flowId,
      first,
      { authorization: '', cookie, origin: 'https://evil.example' },
      `?workspace=${shop.scope.workspaceId}`,
    ),
    'no such scenario': window(newId()),
  }
  const answers: Record<string, unknown> = {}
  for (const [who, each] of Object.entries(refusals)) {
    const refused = each.next('refused').then(({ code }) => code)
    answers[who] = await Promise.race([
      each.open().then(
        () => 'opened',
        (error: Error) => error.message,
      ),
      refused,
    ])
  }
  expect(answers).toEqual({
    'another workspace’s key': 'not-found',
    'no key': '401',
    'a write key': '401',
    'no workspace named': '400',
    'a workspace of others': '404',
    'a page elsewhere': '403',
    'no such scenario': 'not-found',
  })
})

test('who loses their membership loses the open draft with it', async () => {
  const flowId = await newFlow()
  const { cookie, userId } = await cookieOf('Max', 'editor')
  const max = asMember(flowId, cookie)
  await max.open()
  await removeMember(shop.scope, userId)
  await first.rooms.care()
  await expect.poll(() => max.closed).toBe(1012)
  await expect(max.open()).rejects.toThrow('404')
})

test('everybody sees who is here, where, and who goes; nobody can be somebody else', async () => {
  const flowId = await newFlow()
  const [ann, louis] = await Promise.all(
    ['Ann', 'Louis'].map(async (name) => asMember(flowId, (await cookieOf(name, 'editor')).cookie)),
  )
  if (!ann || !louis) throw new Error('nobody came')
  await ann.open()
  await louis.open()
  const both = ann.next('people', ({ people }) => people.some(({ place }) => place.step === 'two'))
  louis.say({ type: 'at', place: { step: 'two', isEditing: true } })
  expect((await both).people).toMatchObject([
    { name: 'Ann', place: { step: null, isEditing: false } },
    { name: 'Louis', place: { step: 'two', isEditing: true } },
  ])
  const alone = ann.next('people', ({ people }) => people.length === 1)
  louis.cut()
  expect((await alone).people).toMatchObject([{ name: 'Ann' }])
  ann.say({ type: 'at', name: 'Louis', place: { step: null, isEditing: false } })
  await expect.poll(() => ann.closed).toBe(4403)
})

test('a document of five thousand steps opens and takes changes', async () => {
  const steps = Array.from({ length: 5_000 }, (_, n) => `step-${n}`)
  const flowId = await newFlow(steps)
  const ann = await opened(flowId)
  await ann.until(() => ann.nodes.size === 5_000)
  ann.config('step-4999').set('for', 'P3D')
  await ann.saved()
  expect(await stored(flowId, 'step-4999')).toBe('P3D')
})
