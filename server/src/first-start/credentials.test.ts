import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app'
import { writeCredentials } from './credentials'

let t: TestApp
let folder: string
beforeAll(async () => {
  t = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'relance-credentials-'))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true })
})

test('keys stay the same from start to start, the sign-in link does not, and nobody else may read them', async () => {
  const { scope } = await t.workspace()
  const url = 'http://localhost:3000'
  const first = await writeCredentials(folder, scope, { url, signInUrl: `${url}/1` })
  const second = await writeCredentials(folder, scope, { url, signInUrl: `${url}/2` })
  expect(second).toEqual({ ...first, signInUrl: `${url}/2` })
  const path = join(folder, 'credentials.json')
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(second)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await t.ask(first.apiKey, 'POST', '/api/workspaces', { name: 'By script' })).status).toBe(
    201,
  )
})

test('a file of another database is not believed', async () => {
  const { scope } = await t.workspace()
  const again = await writeCredentials(folder, scope, {
    url: 'http://localhost:3000',
    signInUrl: 'x',
  })
  expect(again.workspaceId).toBe(scope.workspaceId)
  expect((await t.ask(again.apiKey, 'GET', '/api/flows')).status).toBe(200)
})
