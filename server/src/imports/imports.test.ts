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
