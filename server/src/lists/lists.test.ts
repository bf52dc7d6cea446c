import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

const csv = async (path: string) => {
  const { status, text, headers } = await t.ask(shop.apiKey, 'GET', path)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  return text
}
// Not in the middle of an id.
const peopleIn = (text: string) => new Set(text.match(/(?<![\w-])c-\d+/g))

test('a list of any length comes whole, and what a spreadsheet would run as a formula is text', async () => {
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      with people as (
        insert into contacts (workspace_id, id, external_id, first_name, last_name, created_at, updated_at)
        select ${workspaceId}, gen_random_uuid(), 'c-' || n, '=HYPERLINK("http://bad.example")', E'two\nlines; "quoted"', now(), now()
        from generate_series(1, 1201) n returning workspace_id, id, created_at)
      insert into contact_state (workspace_id, contact_id, created_at) select * from people`,
  )
  const text = await csv('/api/contacts.csv')
  expect(peopleIn(text).size).toBe(1201)
  expect(text).toContain(`"'=HYPERLINK(""http://bad.example"")","two\nlines; ""quoted"""`)
  expect(peopleIn(await csv('/api/contacts.csv?search=c-1201'))).toEqual(new Set(['c-1201']))
})

test('with its mark for Excel where it is asked for', async () => {
  expect((await csv('/api/orders.csv')).startsWith('orderId,')).toBe(true)
  // Read as text, a body loses its mark.
  const headers = { authorization: `Bearer ${shop.apiKey}` }
  const marked = await t.app.request('/api/orders.csv?bom=true', { headers })
  expect(Buffer.from(await marked.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from('\ufeffo'))
  expect(await csv('/api/messages.csv')).toMatch(/^id,contactId,/)
  expect(await csv('/api/products.csv')).toMatch(/^productId,/)
})
