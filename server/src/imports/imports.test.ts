import { readFile } from 'node:fs/promises'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { CDNOW_FILE } from '@relance/db/sample/seed-demo'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
})
afterAll(() => t.close())

/** Sends a form; answers what the server stored of it. */
async function imported(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const response = await t.app.request('/api/imports', {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${shop.apiKey}` },
  })
  expect(response.status).toBe(202)
  const { id } = await response.json()
  const chunks = await inTransaction(
    shop.scope,
    (tx) => tx.sql<{ bytes: Buffer }[]>`
      select bytes from import_chunks where import_id = ${id} order by n`,
  )
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/imports/${id}`)
  return { fileName: json.fileName, bytes: Buffer.concat(chunks.map(({ bytes }) => bytes)) }
}

test('the sample needs no file: the server’s own copy is taken, byte for byte', async () => {
  const { fileName, bytes } = await imported({ kind: 'cdnow' })
  expect(fileName).toBe('cdnow.txt')
  expect(bytes.equals(await readFile(CDNOW_FILE))).toBe(true)
})

test('a copy of the sample that is sent is the one taken', async () => {
  const file = new File([' 00001 1 19970101 1 11.77'], 'mine.txt')
  const { fileName, bytes } = await imported({ kind: 'cdnow', file })
  expect(fileName).toBe('mine.txt')
  expect(bytes.toString()).toBe(' 00001 1 19970101 1 11.77')
})

const ask = async (path: string, fields: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const headers = { authorization: `Bearer ${shop.apiKey}` }
  const response = await t.app.request(path, { method: 'POST', body: form, headers })
  return { status: response.status, json: await response.json() }
}
const held = async () => {
  const [row] = await inTransaction(
    shop.scope,
    (tx) => tx.sql<{ n: number }[]>`select count(*)::int as n from imports`,
  )
  return row?.n
}

test('a file of several pieces is stored as it came, whichever field of the form comes first', async () => {
  const text = 'externalId\n'.concat('0123456789\n'.repeat(100_000))
  const { fileName, bytes } = await imported({
    file: new File([text], 'long.csv'),
    kind: 'contacts',
  })
  expect(fileName).toBe('long.csv')
  expect(bytes.toString() === text).toBe(true)
})

test('a form that says nothing right is refused by field, and nothing of its file stays', async () => {
  const before = await held()
  const file = new File(['a'], 'a.csv')
  for (const [fields, field] of [
    [{ file }, 'kind'],
    [{ file, kind: 'cats' }, 'kind'],
    [{ file, kind: 'orders', mapping: '{' }, 'mapping'],
    [{ file, kind: 'orders', onDuplicate: 'double' }, 'onDuplicate'],
    [{ kind: 'orders' }, 'file'],
  ] as const) {
    expect(await ask('/api/imports', fields)).toMatchObject({
      status: 400,
      json: { code: 'invalid', field },
    })
  }
  expect(await t.ask(shop.apiKey, 'POST', '/api/imports', { kind: 'orders' })).toMatchObject({
    status: 400,
  })
  expect(await held()).toBe(before)
})

test('a preview says how the first rows would be read and what is wrong with them, and writes nothing', async () => {
  const before = await held()
  const text = 'N° commande;Client;Date;Montant;Note\no1;u1;05/01/2026;12,50;x\no2;;someday;12;\n'
  const file = new File([text.concat(';;;;\n'.repeat(100_000))], 'orders.csv')
  const { status, json } = await ask('/api/imports/preview', { kind: 'orders', file })
  expect(status).toBe(200)
  expect(json).toMatchObject({
    encoding: 'utf-8',
    delimiter: ';',
    columns: ['N° commande', 'Client', 'Date', 'Montant', 'Note'],
    mapping: { orderId: 'N° commande', externalId: 'Client', at: 'Date', revenue: 'Montant' },
    missing: [],
  })
  expect(json.rows.slice(0, 2)).toEqual([
    {
      row: 1,
      cells: { orderId: 'o1', externalId: 'u1', at: '05/01/2026', revenue: '12,50' },
      problems: [],
    },
    {
      row: 2,
      cells: { orderId: 'o2', at: 'someday', revenue: '12' },
      problems: [{ column: 'Date', code: 'invalid-date', message: '“someday” is no date.' }],
    },
  ])
  const asked = { kind: 'orders', file, mapping: JSON.stringify({ orderId: 'Note' }) }
  expect((await ask('/api/imports/preview', asked)).json).toMatchObject({
    missing: ['externalId / email', 'at'],
    rows: [],
  })
  expect(await held()).toBe(before)
})
