import type { Graph } from '@relance/core/graph/graph'
import { flowSettings } from '@relance/core/graph/settings'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getDraft } from '@relance/db/flow/get-draft'
import { getFlow } from '@relance/db/flow/get-flow'
import { listVersions } from '@relance/db/flow/list-versions'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { stopFlow } from '@relance/db/flow/stop-flow'
import { cancelAct } from '@relance/db/scheduled-act/cancel-act'
import { scheduleEnd } from '@relance/db/scheduled-act/schedule-end'
import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { startWorker } from '../start-worker'
import { allowWrites, failWrites } from '../testing/as-owner'
import { identify, track } from '../testing/incoming'
import { drawn, redraw, startAt, waiting } from '../testing/scheduled-start'
import { advance, publish, runs, send, startWorld, type World, workerEnv } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const signUp = (...names: string[]) =>
  send(world, ...names.flatMap((name) => [identify(name), track(name, 'Signed Up')]))
const versions = async (flowId: string) =>
  (await listVersions(world.scope, flowId, { limit: 50 })).items
const graphOf = (flowId: string, version: number) =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ graph: Graph }[]>`
    select graph from flow_versions
    where workspace_id = ${workspaceId} and flow_id = ${flowId} and version = ${version}`,
  )

test('a draft goes live at its instant as it was scheduled, whatever was drawn since; who scheduled it, and when, stays with it', async () => {
  const draft = await drawn(world, waiting('P1D'))
  await startAt(world, draft, '2026-03-04T09:00:00Z', { note: 'Spring' })
  await redraw(world, draft.flowId, waiting('P9D'))
  await signUp('early')
  await advance(world, '2026-03-04T08:59:59Z')
  const before = await getFlow(world.scope, draft.flowId)
  expect(before).toMatchObject({ status: 'draft', version: null, latest: 0 })
  expect(before.scheduled.start).toMatchObject({
    at: new Date('2026-03-04T09:00:00Z'),
    isCurrent: false,
  })
  await advance(world, '2026-03-04T12:00:00Z')
  const live = await getFlow(world.scope, draft.flowId)
  expect(live).toMatchObject({ status: 'live', version: 1 })
  expect(live.scheduled).toEqual({ start: null, end: null, failed: null })
  expect(await versions(draft.flowId)).toMatchObject([
    {
      ...{ note: 'Spring', publishedAt: new Date('2026-03-04T09:00:00Z') },
      scheduledAt: new Date('2026-03-02T10:00:00Z'),
    },
  ])
  expect(await graphOf(draft.flowId, 1)).toEqual([{ graph: waiting('P1D') }])
  // What is drawn stays drawn.
  expect((await getDraft(world.scope, draft.flowId)).graph).toEqual(waiting('P9D'))
  expect(await runs(world)).toEqual([])
  await signUp('late')
  await advance(world, '2026-03-06T00:00:00Z')
  expect(await runs(world)).toMatchObject([{ version: 1, endDetail: 'p1d' }])
})

test.each([
  ['finish', [{ version: 1, endDetail: 'p5d', endReason: 'end' }]],
  ['move', [{ version: 2, endDetail: 'p3d', endReason: 'end' }]],
  ['leave', [{ version: 1, endDetail: null, endReason: 'left' }]],
] as const)(
  'who is inside when a scheduled version goes live is told to %s, as when publishing then',
  async (people, expected) => {
    const flowId = await publish(world, { graph: waiting('P5D') })
    await signUp('ada')
    await redraw(world, flowId, waiting('P3D'))
    const draft = await getDraft(world.scope, flowId)
    await startAt(
      world,
      { ...draft, settings: flowSettings.parse({ goal: 'none' }) },
      '2026-03-04T10:00:00Z',
      { people },
    )
    await advance(world, '2026-03-04T10:00:00Z')
    expect((await getFlow(world.scope, flowId)).version).toBe(2)
    await advance(world, '2026-03-20T10:00:00Z')
    expect(await runs(world)).toMatchObject(expected)
  },
)

test('a start that is cancelled does not happen, nor does the end of what never ran; one scheduled anew takes its place', async () => {
  const draft = await drawn(world, waiting('P1D'))
  const { flowId } = draft
  await startAt(world, draft, '2026-03-04T09:00:00Z')
  await startAt(world, draft, '2026-03-05T09:00:00Z')
  await scheduleEnd(world.scope, flowId, { at: new Date('2026-03-08T09:00:00Z'), people: 'finish' })
  await advance(world, '2026-03-04T10:00:00Z')
  expect((await getFlow(world.scope, flowId)).status).toBe('draft')
  await cancelAct(world.scope, flowId, 'start')
  await expect(cancelAct(world.scope, flowId, 'start')).rejects.toMatchObject({ code: 'conflict' })
  await advance(world, '2026-03-10T10:00:00Z')
  expect(await getFlow(world.scope, flowId)).toMatchObject({
    ...{ status: 'draft', latest: 0, scheduled: { start: null, end: null, failed: null } },
  })
})

test('a start whose mail is gone by then changes nothing and says why in both languages, until somebody has seen it or publishes', async () => {
  const { templateId } = world
  await inTransaction(world.scope, ({ sql, workspaceId }) => {
    const mjml =
      '<mjml><mj-body><mj-section><mj-column><mj-text>Hello <a href="{{ unsubscribe_url }}">x</a></mj-text></mj-column></mj-section></mj-body></mjml>'
    const sources = JSON.stringify({ en: { subject: 'Hello', preheader: '', mjml } })
    return sql`update mail_templates set sources = ${sources}
      where workspace_id = ${workspaceId} and id = ${templateId}`
  })
  const flowId = await publish(world, { graph: waiting('P5D') })
  await signUp('ada')
  const mailing: Graph = {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      { id: 'mail', type: 'send-email', version: 1, config: { template: templateId } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'mailed' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'end' },
    ],
  }
  await redraw(world, flowId, mailing)
  const draft = await getDraft(world.scope, flowId)
  const settings = flowSettings.parse({ goal: 'none' })
  await startAt(world, { ...draft, settings }, '2026-03-04T10:00:00Z', { people: 'leave' })
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`update mail_templates set deleted_at = clock_timestamp() where workspace_id = ${workspaceId} and id = ${templateId}`,
  )
  await advance(world, '2026-03-04T11:00:00Z')
  const { version, status, scheduled } = await getFlow(world.scope, flowId)
  expect({ version, status, start: scheduled.start }).toEqual({
    ...{ version: 1, status: 'live', start: null },
  })
  expect(scheduled.failed?.at).toEqual(new Date('2026-03-04T10:00:00Z'))
  expect(scheduled.failed?.reason.en).toMatch(/Hello/)
  expect(scheduled.failed?.reason.fr).not.toBe(scheduled.failed?.reason.en)
  expect(await runs(world)).toMatchObject([{ version: 1, state: 'waiting' }])
  await cancelAct(world.scope, flowId, 'start')
  expect((await getFlow(world.scope, flowId)).scheduled.failed).toBeNull()
})

test('an end that is scheduled lets nobody in after it; who is inside goes on to the end, or leaves', async () => {
  const [finish, leave] = [
    await publish(world, { graph: waiting('P5D') }),
    await publish(world, { graph: waiting('P6D') }),
  ]
  const at = new Date('2026-03-04T10:00:00Z')
  await scheduleEnd(world.scope, finish, { at: new Date('2026-03-03T10:00:00Z'), people: 'leave' })
  await scheduleEnd(world.scope, finish, { at, people: 'finish' })
  await scheduleEnd(world.scope, leave, { at, people: 'leave' })
  await advance(world, '2026-03-03T12:00:00Z')
  await signUp('ada')
  // A pause neither hides an end nor puts it off.
  await advance(world, '2026-03-03T13:00:00Z')
  await pauseFlow(world.scope, leave)
  await advance(world, '2026-03-04T10:00:00Z')
  for (const flowId of [finish, leave])
    expect(await getFlow(world.scope, flowId)).toMatchObject({
      ...{ status: 'stopped', scheduled: { end: null } },
    })
  await signUp('bob')
  await advance(world, '2026-03-20T10:00:00Z')
  expect((await runs(world)).map(({ endReason, endDetail }) => [endReason, endDetail])).toEqual(
    expect.arrayContaining([
      ['end', 'p5d'],
      ['left', null],
    ]),
  )
  expect(await runs(world)).toHaveLength(2)
})

test('an end is refused in the past and for what does not run; stopping by hand leaves none behind', async () => {
  const draft = await drawn(world, waiting('P1D'))
  const end = { at: new Date('2026-03-04T10:00:00Z'), people: 'finish' as const }
  await expect(scheduleEnd(world.scope, draft.flowId, end)).rejects.toMatchObject({
    code: 'conflict',
  })
  await startAt(world, draft, '2026-03-05T10:00:00Z')
  await expect(scheduleEnd(world.scope, draft.flowId, end)).rejects.toMatchObject({
    code: 'conflict',
  })
  const live = await publish(world, { graph: waiting('P5D') })
  await expect(
    scheduleEnd(world.scope, live, { ...end, at: new Date('2026-03-02T10:00:00Z') }),
  ).rejects.toMatchObject({ code: 'invalid', details: { field: 'endAt' } })
  await scheduleEnd(world.scope, live, end)
  await stopFlow(world.scope, live, 'finish')
  expect((await getFlow(world.scope, live)).scheduled.end).toBeNull()
})

test('two workers do each act once, and what came due while none ran is made up for', async () => {
  const second = await startWorker(
    { ...workerEnv(world.databaseUrl, world.sink.url), RELANCE_SMTP_IN_PORT: undefined },
    pino({ level: 'silent' }),
  )
  try {
    const drafts = []
    for (let n = 0; n < 6; n++) drafts.push(await drawn(world, waiting('P1D')))
    for (const draft of drafts) await startAt(world, draft, '2026-03-04T09:00:00Z')
    await advance(world, '2026-03-04T09:00:00Z')
    for (const { flowId } of drafts) expect(await versions(flowId)).toHaveLength(1)
  } finally {
    await second.stop()
  }
  const late = await drawn(world, waiting('P2D'))
  await startAt(world, late, '2026-03-05T09:00:00Z')
  await world.stopWorker()
  const moved = advance(world, '2026-03-06T09:00:00Z')
  await world.startWorker()
  await moved
  expect(await versions(late.flowId)).toMatchObject([
    { version: 1, publishedAt: new Date('2026-03-05T09:00:00Z') },
  ])
})

test('a start that only could not be done is kept and done later, and holds up no other', async () => {
  const [first, second] = [await drawn(world, waiting('P1D')), await drawn(world, waiting('P2D'))]
  await startAt(world, first, '2026-03-04T09:00:00Z')
  await startAt(world, second, '2026-03-04T09:00:01Z')
  await failWrites(world, { table: 'flow_versions', condition: `new.flow_id = '${first.flowId}'` })
  const moved = advance(world, '2026-03-04T10:00:00Z')
  const troubles = () =>
    inTransaction(
      world.scope,
      ({ sql, workspaceId }) =>
        sql`select subject from troubles where workspace_id = ${workspaceId} and queue = 'act'`,
    )
  await expect.poll(troubles).toHaveLength(1)
  expect((await getFlow(world.scope, first.flowId)).scheduled.start).not.toBeNull()
  await allowWrites(world, 'flow_versions')
  await moved
  expect(await versions(first.flowId)).toHaveLength(1)
  expect(await versions(second.flowId)).toHaveLength(1)
})
