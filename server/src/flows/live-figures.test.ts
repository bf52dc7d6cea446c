import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedRun } from '../testing/seed-run'
import { type TestApp, testApp } from '../testing/test-app'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('figures are told at once, and again when they have changed', async () => {
  const { scope, apiKey } = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const run = await seedRun(scope)
  const response = await t.app.request(`/api/flows/${run.flowId}/stats/live`, {
    headers: { authorization: `Bearer ${apiKey}` },
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const told = async () => {
    for (let text = ''; ; ) {
      const { value, done } = (await reader?.read()) ?? { value: '', done: true }
      text += value ?? ''
      const data = /event: stats\ndata: (.*)\n\n/.exec(text)?.[1]
      if (data) return JSON.parse(data).nodes.week
      if (done) throw new Error('the stream has ended')
    }
  }
  expect(await told()).toMatchObject({ waiting: 1, left: 0 })
  await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`
      update enrolments set state = 'ended', ended_at = '2026-03-02T11:00:00Z', end_reason = 'removed'
      where workspace_id = ${workspaceId} and id = ${run.enrolmentId}`,
  )
  expect(await told()).toMatchObject({ waiting: 0, left: 1 })
  await reader?.cancel()
})

test('a scenario that is not there is refused before anything is streamed', async () => {
  const { apiKey } = await t.workspace()
  const address = '/api/flows/01980000-0000-7000-8000-000000000000/stats/live'
  expect(await t.ask(apiKey, 'GET', address)).toMatchObject({ status: 404 })
})
