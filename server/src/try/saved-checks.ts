import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { deleteCheck } from '@relance/db/saved-check/delete-check'
import { expectPath } from '@relance/db/saved-check/expect-path'
import { getCheck } from '@relance/db/saved-check/get-check'
import { listChecks } from '@relance/db/saved-check/list-checks'
import { saveCheck } from '@relance/db/saved-check/save-check'
import type { SavedCheck } from '@relance/db/saved-check/saved-check'
import { askedAgain, pathLine } from '@relance/workflows/checks/path-line'
import { requestOf, runChecks, type Walking, walkPath } from '@relance/workflows/checks/run-checks'
import { rehearsingEngine } from '@relance/workflows/rehearse/rehearsing-engine'
import type { Context } from 'hono'
import { needs } from '../auth/permissions'
import { readerOf } from '../enrolments/trace-reader'
import { flowParams } from '../flows/flow-schemas'
import type { AppEnv } from '../http/context'
import { routes } from '../http/routes'
import { answer, body, nothing } from '../http/schemas'
import type { Log } from '../log'
import {
  type CheckAnswer,
  check,
  checkParams,
  type Drawn,
  drawn,
  newCheck,
  outcome,
} from './check-schemas'
import { drawnPlan } from './rehearse-draft'
import { tellChecks, tellOutcome } from './tell-checks'

const tags = ['Try']

const list = createRoute({
  method: 'get',
  path: '/flows/{flowId}/checks',
  tags,
  summary: 'The saved checks of a scenario, in the order they were saved',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(z.object({ items: z.array(check) }), 'At most 20') },
})

const save = createRoute({
  method: 'post',
  path: '/flows/{flowId}/checks',
  tags,
  summary: 'Walk a customer through the draft, and keep where they come to as what is expected',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams, body: body(newCheck) },
  responses: {
    201: answer(check, 'Kept; 409 with `problems` where the draft cannot run yet'),
  },
})

const run = createRoute({
  method: 'post',
  path: '/flows/{flowId}/checks/run',
  tags,
  summary: 'Walk every saved check through the draft: which still come out as expected',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, body: body(drawn) },
  responses: {
    200: answer(
      z.object({ items: z.array(outcome) }),
      'Nothing is sent or kept; 409 with `problems` where the draft cannot run yet',
    ),
  },
})

const expect = createRoute({
  method: 'put',
  path: '/flows/{flowId}/checks/{checkId}',
  tags,
  summary: 'Expect from now on what the draft makes of this check',
  middleware: needs('draw', 'flow'),
  request: { params: checkParams, body: body(drawn) },
  responses: { 200: answer(check, 'Kept; 409 with `problems` where the draft cannot run yet') },
})

const remove = createRoute({
  method: 'delete',
  path: '/flows/{flowId}/checks/{checkId}',
  tags,
  summary: 'Delete a saved check',
  middleware: needs('draw', 'flow'),
  request: { params: checkParams },
  responses: { 204: nothing('Deleted') },
})

interface Asked {
  scope: Scope
  log: Log
  language: Language
}

/** What the routes read of a request, whoever asks. */
const askedOf = (c: Context<AppEnv>): Asked => ({
  ...{ scope: c.get('scope'), log: c.get('log'), language: c.get('language') },
})

const walkingOf = async (
  { scope, log, language }: Asked,
  flowId: string,
  drawing: Drawn['drawing'],
): Promise<Walking> => ({
  ...{ engine: rehearsingEngine(scope.sql, log), scope },
  plan: await drawnPlan(scope, flowId, drawing, language),
})

async function tell({ scope, language }: Asked, checks: SavedCheck[]): Promise<CheckAnswer[]> {
  return tellChecks(scope, checks, await readerOf(scope, language))
}

async function tellOne(asked: Asked, kept: SavedCheck): Promise<CheckAnswer> {
  const [told] = await tell(asked, [kept])
  if (!told) throw new AppError('internal', 'The check was not told.')
  return told
}

export const savedCheckRoutes = routes()
  .openapi(list, async (c) => {
    const asked = askedOf(c)
    const checks = await listChecks(asked.scope, c.req.valid('param').flowId)
    return c.json({ items: await tell(asked, checks) }, 200)
  })
  .openapi(save, async (c) => {
    const asked = askedOf(c)
    const { flowId } = c.req.valid('param')
    const { name, compares, drawing, contactId, ...request } = c.req.valid('json')
    const walking = await walkingOf(asked, flowId, drawing)
    const walked = await walkPath(walking, contactId, request)
    const kept = await saveCheck(asked.scope, {
      ...{ flowId, contactId: walked.contactId, name, compares },
      ...{ asked: askedAgain(walked, request.evenIf), expected: pathLine(walked, walking.plan) },
    })
    return c.json(await tellOne(asked, kept), 201)
  })
  .openapi(run, async (c) => {
    const asked = askedOf(c)
    const { flowId } = c.req.valid('param')
    const checks = await listChecks(asked.scope, flowId)
    if (checks.length === 0) return c.json({ items: [] }, 200)
    const walking = await walkingOf(asked, flowId, c.req.valid('json').drawing)
    const reader = await readerOf(asked.scope, asked.language)
    const outcomes = await runChecks(walking, checks)
    return c.json({ items: outcomes.map((each) => tellOutcome(each, reader)) }, 200)
  })
  .openapi(expect, async (c) => {
    const asked = askedOf(c)
    const { flowId, checkId } = c.req.valid('param')
    const found = await getCheck(asked.scope, flowId, checkId)
    const walking = await walkingOf(asked, flowId, c.req.valid('json').drawing)
    const walked = await walkPath(walking, found.contactId, requestOf(found.asked))
    const kept = await expectPath(asked.scope, flowId, checkId, {
      asked: askedAgain(walked, found.asked.evenIf),
      expected: pathLine(walked, walking.plan),
    })
    return c.json(await tellOne(asked, kept), 200)
  })
  .openapi(remove, async (c) => {
    const { flowId, checkId } = c.req.valid('param')
    await deleteCheck(c.get('scope'), flowId, checkId)
    return c.body(null, 204)
  })
