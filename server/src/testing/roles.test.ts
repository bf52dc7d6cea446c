import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from './signed-in'
import { type TestApp, type TestWorkspace, testApp } from './test-app'

let t: TestApp
let shop: TestWorkspace
let viewer: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
  viewer = await signedIn(t, shop.scope, 'viewer')
})
afterAll(() => t.close())

/** Writes nothing, though it is a POST, or nothing but what is the viewer's own. */
const HARMLESS = [
  'post /api/brand/preview',
  'post /api/mail-templates/{templateId}/preview',
  'post /api/mail-templates/{templateId}/render',
  'post /api/segments/preview',
  'post /api/flows/{flowId}/try',
  'post /api/flows/{flowId}/checks/run',
  'post /api/me/password',
]

test('a viewer may change nothing at all: every route that writes asks for more', async () => {
  const document = await (await t.app.request('/api/openapi.json')).json()
  const writing = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    )
    .filter((route) => !route.startsWith('get ') && !HARMLESS.includes(route))
  expect(writing.length).toBeGreaterThan(20)
  for (const route of writing) {
    const [method = '', path = ''] = route.split(' ')
    const address = path
      .replace('{workspaceId}', shop.scope.workspaceId)
      .replace(/\{\w+\}/g, newId())
    // What is valid for the one route that checks its body before it asks whose organisation it is.
    const response = await viewer.ask(method.toUpperCase(), address, { name: 'A' })
    expect(`${route}: ${response.status}`).toBe(`${route}: 403`)
  }
})
