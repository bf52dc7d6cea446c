import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourcesHash } from './sources-hash'
import { load } from './workflow-bundle'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relance-bundle-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the workflow’s code is made once and kept; another workflow’s, or half a file, is not taken for it', async () => {
  const file = join(folder, 'kept', 'bundle.json')
  const { code } = await load(file)
  const { madeFrom } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ madeFrom, code: 'kept' }))
  expect(await load(file)).toEqual({ code: 'kept' })
  writeFileSync(file, JSON.stringify({ madeFrom: 'another', code: 'kept' }))
  expect(await load(file)).toEqual({ code })
  writeFileSync(file, '{"madeFrom":')
  expect(await load(file)).toEqual({ code })
})

test('a change in a file that the workflow imports by way of another one is noticed', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('entry.ts', "import { a } from './near'")
  write('near.ts', "export { a } from './far'\nimport './entry'")
  write('far.ts', 'export const a = 1')
  const hash = () => sourcesHash(pathToFileURL(join(folder, 'entry.ts')))
  const before = hash()
  expect(hash()).toBe(before)
  write('far.ts', 'export const a = 2')
  expect(hash()).not.toBe(before)
})
