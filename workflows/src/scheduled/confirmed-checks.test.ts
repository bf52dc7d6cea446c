import type { Draft } from '@relance/core/graph/draft'
import { flowSettings } from '@relance/core/graph/settings'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getDraft } from '@relance/db/flow/get-draft'
import { getFlow } from '@relance/db/flow/get-flow'
import { deleteCheck } from '@relance/db/saved-check/delete-check'
import { saveCheck } from '@relance/db/saved-check/save-check'
import type { ExpectedPath } from '@relance/db/saved-check/saved-check'
import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { askedAgain, pathLine } from '../checks/path-line'
import { walkPath } from '../checks/run-checks'
import { compileDraft, planOrThrow } from '../compile/compile-draft'
import { rehearsingEngine } from '../rehearse/rehearsing-engine'
import { identify } from '../testing/incoming'
import { drawn, redraw, startAt, waiting } from '../testing/scheduled-start'
import { advance, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

/** Saves a check of a draft, which expects what comes of it now, or something else. */
async function checkOf(draft: Draft, name: string, expects: Partial<ExpectedPath> = {}) {
  await send(world, identify(name))
  const [contact] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ id: string }[]>`
      select id from contacts where workspace_id = ${workspaceId} and external_id = ${name}`,
  )
  if (!contact) throw new Error('nobody')
  const engine = rehearsingEngine(world.sql, pino({ level: 'silent' }))
  const plan = planOrThrow(await compileDraft(world.scope, draft, 'en'))
  const at = new Date('2026-03-02T10:00:00Z')
  const request = { at, choices: {}, evenIf: false }
  const walked = await walkPath({ engine, scope: world.scope, plan }, contact.id, request)
  return saveCheck(world.scope, {
    ...{ flowId: draft.flowId, contactId: contact.id, name, compares: 'end' },
    asked: askedAgain(walked, false),
    expected: { ...pathLine(walked, plan), ...expects },
  })
}
const elsewhere = { end: { reason: 'goal', detail: null, code: 'ended', params: {} } } as const

test('a check that fails at the instant and did not when the start was confirmed: nothing changes, and why is told in both languages', async () => {
  const flowId = await publish(world, { graph: waiting('P5D') })
  await redraw(world, flowId, waiting('P3D'))
  const saved = await getDraft(world.scope, flowId)
  const draft = { ...saved, settings: flowSettings.parse({ goal: 'none' }) }
  const [good, bad] = [await checkOf(draft, 'Ada'), await checkOf(draft, 'Bob', elsewhere)]
  const checks = [good, bad].map((check) => ({ ...check, fails: false }))
  await startAt(world, draft, '2026-03-04T10:00:00Z', { people: 'leave', checks })
  await advance(world, '2026-03-04T11:00:00Z')
  const { version, scheduled } = await getFlow(world.scope, flowId)
  expect({ version, start: scheduled.start }).toEqual({ version: 1, start: null })
  expect(scheduled.failed).toEqual({
    at: new Date('2026-03-04T10:00:00Z'),
    reason: {
      en: 'These saved checks do not come out as confirmed when this was scheduled: Bob.',
      fr: 'Ces vérifications enregistrées ne donnent plus le résultat confirmé à la programmation\u00a0: Bob.',
    },
  })
})

test('a check that failed already when the start was confirmed, one saved later and one deleted are in nobody’s way', async () => {
  const draft = await drawn(world, waiting('P3D'))
  const known = await checkOf(draft, 'Ada', elsewhere)
  const good = await checkOf(draft, 'Bob')
  const gone = await checkOf(draft, 'Cleo', elsewhere)
  const checks = [
    { ...known, fails: true },
    { ...good, fails: false },
    { ...gone, fails: false },
  ]
  await startAt(world, draft, '2026-03-04T10:00:00Z', { checks })
  await deleteCheck(world.scope, draft.flowId, gone.id)
  await checkOf(draft, 'Dan', elsewhere)
  await advance(world, '2026-03-04T11:00:00Z')
  expect(await getFlow(world.scope, draft.flowId)).toMatchObject({
    ...{ status: 'live', version: 1, scheduled: { start: null, failed: null } },
  })
})
