import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { fillSegment } from '@relance/db/segment/fill-segment'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  for (const [externalId, city] of [
    ['ada', 'Lyon'],
    ['bob', 'Lyon'],
    ['cleo', 'Nice'],
  ])
    await t.ask(shop.apiKey, 'POST', '/api/contacts', { externalId, city })
})
afterAll(() => t.close())

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, `/api/segments${path}`, body, headers)
const inLyon = { field: 'city', op: '=', value: 'Lyon' }
const make = async (name: string, rule: unknown): Promise<string> => {
  const { status, json } = await ask('POST', '', { name, rule })
  expect([status, json]).toEqual([201, expect.objectContaining({ id: expect.any(String) })])
  return json.id
}
const names = (items: { externalId: string }[]) => items.map(({ externalId }) => externalId)

test('a saved rule has its members from the first moment, page by page', async () => {
  const id = await make('In Lyon', inLyon)
  const first = (await ask('GET', `/${id}/members?limit=1`)).json
  const second = (await ask('GET', `/${id}/members?limit=1&cursor=${first.next}`)).json
  expect([names(first.items), names(second.items), second.next]).toEqual([['ada'], ['bob'], null])
  const { json } = await ask('GET', '')
  expect(json.items).toEqual([
    expect.objectContaining({ id, name: 'In Lyon', rule: inLyon, count: 2, revision: 1 }),
  ])
})

test('the list of customers, and its file, are narrowed to a segment', async () => {
  const id = await make('In Nice', { field: 'city', op: '=', value: 'Nice' })
  // As a worker does.
  while ((await inTransaction(shop.scope, (tx) => fillSegment(tx))) > 0);
  const list = await t.ask(shop.apiKey, 'GET', `/api/contacts?segmentId=${id}`)
  expect(names(list.json.items)).toEqual(['cleo'])
  const none = await t.ask(shop.apiKey, 'GET', `/api/contacts?segmentId=${id}&search=ada`)
  expect(none.json.items).toEqual([])
  const file = await t.ask(shop.apiKey, 'GET', `/api/contacts.csv?segmentId=${id}`)
  expect(file.text).toContain('cleo')
  expect(file.text).not.toContain('ada')
  // Others begin with what was there.
  expect((await ask('DELETE', `/${id}`)).status).toBe(204)
})

test('a preview counts and shows people without saving anything', async () => {
  const before = (await ask('GET', '')).json.items.length
  const { json } = await ask('POST', '/preview', { rule: { not: inLyon } })
  expect([json.count, names(json.sample)]).toEqual([1, ['cleo']])
  expect((await ask('GET', '')).json.items.length).toBe(before)
})

test('a preview shows ten people at most', async () => {
  const other = await t.workspace()
  for (let n = 0; n < 12; n++)
    await t.ask(other.apiKey, 'POST', '/api/contacts', { externalId: `p${n}` })
  const { json } = await t.ask(other.apiKey, 'POST', '/api/segments/preview', { rule: { and: [] } })
  expect([json.count, json.sample.length]).toEqual([12, 10])
})

test('a field nobody has is told of with its place, and holds for nobody', async () => {
  const rule = { and: [inLyon, { field: 'shoeSize', op: '>', value: 40 }] }
  const { json } = await ask('POST', '/preview', { rule })
  expect(json).toMatchObject({
    count: 0,
    unknownFields: [{ path: 'rule.and.1', field: 'shoeSize' }],
  })
})

const nested = (levels: number): unknown => (levels === 0 ? inLyon : { and: [nested(levels - 1)] })

describe('what cannot be asked is refused with its place', () => {
  test.each<[string, unknown, string, string]>([
    ['a text', 'x', 'rule', 'unreadable'],
    ['nothing', {}, 'rule', 'unreadable'],
    ['or of nothing', { and: [{ or: [] }] }, 'rule.and.0', 'asks-nothing'],
    [
      'an unknown operator',
      { or: [inLyon, { field: 'city', op: '~' }] },
      'rule.or.1',
      'unreadable',
    ],
    ['a leaf without value', { not: { field: 'city', op: '=' } }, 'rule.not', 'no-value'],
    ['a date that is none', { field: 'createdAt', op: '>', value: 'soon' }, 'rule', 'wrong-kind'],
    ['a step', { event: 'Email Opened', of: 'mail-1' }, 'rule', 'needs-a-run'],
    ['a run', { and: [{ event: 'page', since: 'entry' }] }, 'rule.and.0', 'needs-a-run'],
    ['a broken where', { event: 'page', where: { and: [3] } }, 'rule.where.and.0', 'unreadable'],
    ['a segment unknown', { segment: newId(), member: true }, 'rule', 'segment-gone'],
    ['21 levels', nested(21), `rule${'.and.0'.repeat(21)}`, 'too-deep'],
    ['a thousand levels', nested(1000), `rule${'.and.0'.repeat(21)}`, 'too-deep'],
  ])('%s', async (_case, rule, field, reason) => {
    for (const [path, body] of [
      ['', { name: 'Wrong', rule }],
      ['/preview', { rule }],
    ] as const) {
      const { status, json } = await ask('POST', path, body)
      expect([status, json.code, json.field, json.reason]).toEqual([400, 'invalid', field, reason])
    }
  })

  test('in French too', async () => {
    const { json } = await ask(
      'POST',
      '/preview',
      { rule: { or: [] } },
      { 'accept-language': 'fr' },
    )
    expect(json.detail).toBe(
      'rule\u00a0: une condition parmi plusieurs est demandée, mais il n’y en a aucune.',
    )
  })

  test('a rule of twenty levels is taken', async () => {
    expect((await ask('POST', '/preview', { rule: nested(20) })).json.count).toBe(2)
  })
})

test('a segment that would contain itself, directly or round about, is refused', async () => {
  const inner = await make('Inner', inLyon)
  const middle = await make('Middle', { segment: inner, member: true })
  const outer = await make('Outer', { not: { segment: middle, member: false } })
  expect((await ask('GET', `/${outer}/members`)).json.items.length).toBe(2)
  for (const within of [inner, middle, outer]) {
    const rule = { or: [inLyon, { segment: within, member: true }] }
    const { status, json } = await ask('PUT', `/${inner}`, { name: 'Inner', rule })
    expect([status, json.field, json.reason]).toEqual([400, 'rule.or.1', 'contains-itself'])
  }
  expect((await ask('GET', `/${inner}`)).json.rule).toEqual(inLyon)
})

test('a change meets whoever changed it first with a conflict', async () => {
  const id = await make('Changing', inLyon)
  const rule = { field: 'city', op: '=', value: 'Nice' }
  const changed = await ask('PUT', `/${id}`, { name: 'Changed', rule, revision: 1 })
  expect(changed.json).toMatchObject({ name: 'Changed', revision: 2, count: 1 })
  const late = await ask('PUT', `/${id}`, { name: 'Late', rule: inLyon, revision: 1 })
  expect([late.status, late.json.code]).toEqual([409, 'conflict'])
  const renamed = await ask('PUT', `/${id}`, { name: 'Renamed', rule })
  expect(renamed.json).toMatchObject({ name: 'Renamed', revision: 2 })
})

test('a segment in use is not deleted: the answer says where', async () => {
  const used = await make('Used', inLyon)
  const using = await make('Using', { segment: used, member: false })
  const graph = {
    nodes: [
      {
        id: 'start',
        type: 'on-event',
        version: 1,
        config: { event: 'Signed Up', filter: { segment: used, member: true } },
      },
    ],
    edges: [],
  }
  const flow = await t.ask(shop.apiKey, 'POST', '/api/flows', { name: 'Welcome', graph })
  const { status, json } = await ask('DELETE', `/${used}`)
  expect([status, json.detail]).toEqual([409, 'This segment is used in: Welcome, Using.'])
  expect(json.usedBy).toEqual([
    { kind: 'flow', id: flow.json.id, name: 'Welcome' },
    { kind: 'segment', id: using, name: 'Using' },
  ])
  expect((await t.ask(shop.apiKey, 'DELETE', `/api/flows/${flow.json.id}`)).status).toBe(204)
  expect((await ask('DELETE', `/${using}`)).status).toBe(204)
  expect((await ask('DELETE', `/${used}`)).status).toBe(204)
  expect((await ask('GET', `/${used}`)).status).toBe(404)
  expect((await ask('DELETE', `/${used}`)).status).toBe(404)
})

test('the compiler knows the workspace’s segments by name', async () => {
  const id = await make('For the canvas', inLyon)
  const flow = await t.ask(shop.apiKey, 'POST', '/api/flows', {
    name: 'Any',
    graph: { nodes: [], edges: [] },
  })
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/flows/${flow.json.id}/facts`)
  expect(json.segments[id]).toEqual({ name: 'For the canvas' })
})
