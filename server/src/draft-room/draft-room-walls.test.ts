import type { PersonHere } from '@relance/core/draft/link-messages'
import { newId } from '@relance/core/id/ids'
import { tellPeople } from '@relance/db/flow/people-channel'
import { removeMember } from '@relance/db/member/members'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DraftWindow } from '../testing/draft-window'
import { drawnDrafts } from '../testing/drawn-drafts'

const {
  close,
  t,
  shop,
  first,
  second,
  newFlow,
  window,
  opened,
  draft,
  stored,
  cookieOf,
  asMember,
} = await drawnDrafts()
afterAll(close)

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

test('who is here is seen across processes, in one order, and is gone when they go or their process dies', async () => {
  const flowId = await newFlow()
  const [ann, louis] = await Promise.all(
    [first, second].map(async (at, n) =>
      asMember(flowId, (await cookieOf(['Ann', 'Louis'][n] ?? '', 'editor')).cookie, at),
    ),
  )
  if (!ann || !louis) throw new Error('nobody came')
  const seen = (by: DraftWindow) => {
    const told = by.told.findLast((word) => word.type === 'people')
    return told?.type === 'people' ? told.people : []
  }
  const sees = (by: DraftWindow, holds: (people: PersonHere[]) => boolean) =>
    by.until(() => holds(seen(by)))
  await ann.open()
  await louis.open()
  await sees(ann, (people) => people.length === 2)
  await sees(louis, (people) => people.length === 2)
  louis.say({ type: 'at', place: { step: 'two', isEditing: true } })
  await sees(ann, (people) => people.some(({ place }) => place.isEditing))
  expect(seen(ann)).toEqual(seen(louis))
  expect(seen(ann)).toMatchObject([{ name: 'Ann' }, { name: 'Louis', place: { step: 'two' } }])

  louis.cut()
  await sees(ann, (people) => people.length === 1)

  // A process that told of Zoé and never spoke again.
  const zoé = {
    ...{ id: newId(), who: newId(), name: 'Zoé' },
    place: { step: 'one', isEditing: true },
  }
  const there = { workspaceId: shop.scope.workspaceId, flowId, people: [zoé], asks: false }
  await tellPeople(t.sql, { process: 'mortal', ...there })
  await sees(ann, (people) => people.some(({ name }) => name === 'Zoé'))
  first.rooms.forgetSilent(Date.now() + 1)
  await sees(ann, (people) => people.length === 1)
  ann.cut()
})

test('of more people than a notification carries the first are told, and nothing breaks', async () => {
  const flowId = await newFlow()
  const ann = asMember(flowId, (await cookieOf('Ann', 'editor')).cookie)
  await ann.open()
  const crowd = Array.from({ length: 200 }, () => ({
    ...{ id: newId(), who: newId(), name: 'É'.repeat(60) },
    place: { step: null, isEditing: false },
  }))
  const there = { workspaceId: shop.scope.workspaceId, flowId, people: crowd, asks: false }
  const told = ann.next('people', ({ people }) => people.length > 10)
  await tellPeople(t.sql, { process: 'crowded', ...there })
  expect((await told).people.length).toBeLessThan(60)
  ann.cut()
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
