import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { scoreSettingsChange } from '@relance/core/score/score-settings'
import { isKnownZone } from '@relance/core/time/known-zone'
import { language } from '@relance/core/words/language'
import { createKey } from '@relance/db/key/create-key'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { organisationOf } from '@relance/db/workspace/organisation-of'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { workspacesOfUser } from '@relance/db/workspace/workspaces-of-user'
import { routes } from '../http/routes'
import { answer, body, instantIn, pageOf, uuid } from '../http/schemas'
import { createShippedMails } from '../mail-templates/create-shipped-mails'
import { nameShippedMails } from '../mail-templates/name-shipped-mails'
import { scopeOfWorkspace } from './scope-of-workspace'
import {
  activityChange,
  behaviourChange,
  clock,
  declineChange,
  openWorkspace,
  preferenceChange,
  pressureChange,
  recommendationChange,
  reportChange,
  sender,
  sendingChange,
  shop,
  workspace,
  workspaceName,
} from './workspace-schema'

const tags = ['Workspaces']
const timeZone = z
  .string()
  .refine(isKnownZone, { error: 'is not a time zone we know, such as Europe/Paris' })

const list = createRoute({
  method: 'get',
  path: '/workspaces',
  tags,
  summary: 'The workspaces whoever asks may open',
  responses: { 200: answer(pageOf(openWorkspace), 'All of them, oldest first') },
})

const create = createRoute({
  method: 'post',
  path: '/workspaces',
  tags,
  summary: 'Make a workspace, with its keys',
  request: {
    body: body(
      z.object({
        name: workspaceName,
        timeZone: timeZone.optional(),
        locale: language.optional(),
        clock: z.object({ now: instantIn }).optional(),
      }),
    ),
  },
  responses: {
    201: answer(
      z.object({ id: uuid, name: z.string(), apiKey: z.string(), writeKey: z.string(), clock }),
      'The workspace; its keys are shown here and never again',
    ),
  },
})

const one = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}',
  tags,
  summary: 'One workspace',
  request: { params: z.object({ workspaceId: uuid }) },
  middleware: scopeOfWorkspace('see'),
  responses: { 200: answer(workspace, 'The workspace') },
})

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspaceId}',
  tags,
  summary: 'Change a workspace’s settings',
  request: {
    params: z.object({ workspaceId: uuid }),
    body: body(
      z.object({
        name: workspaceName.optional(),
        locale: language.optional(),
        timeZone: timeZone.optional(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, { error: 'must be a currency such as EUR' })
          .optional(),
        allowPrivateWebhooks: z.boolean().optional(),
        shop: shop.optional(),
        sender: sender.optional(),
        activity: activityChange.optional(),
        decline: declineChange.optional(),
        behaviour: behaviourChange.optional(),
        recommendations: recommendationChange.optional(),
        pressure: pressureChange.optional(),
        preferences: preferenceChange.optional(),
        sending: sendingChange.optional(),
        reports: reportChange.optional(),
        scores: scoreSettingsChange.optional(),
      }),
    ),
  },
  middleware: scopeOfWorkspace('own'),
  responses: { 200: answer(workspace, 'The workspace as it is now') },
})

export const workspaces = routes()
  .openapi(list, async (c) => {
    const principal = c.get('principal')
    if (principal.kind === 'user') {
      return c.json(
        { items: await workspacesOfUser(c.get('services').sql, principal.user.id), next: null },
        200,
      )
    }
    const own = await getWorkspace(c.get('scope'))
    return c.json({ items: [{ ...own, role: principal.role }], next: null }, 200)
  })
  .openapi(create, async (c) => {
    const { sql } = c.get('services')
    const principal = c.get('principal')
    if (principal.kind === 'key' && !principal.canCreateWorkspaces) {
      throw new AppError('forbidden', 'Only the key of the first start may create workspaces.')
    }
    const organisationId =
      principal.kind === 'key'
        ? (await getWorkspace(c.get('scope'))).organisationId
        : await organisationOf(sql, principal.user.id)
    const asked = c.req.valid('json')
    const scope = await createWorkspace(sql, { ...asked, organisationId }, c.get('scope')?.actor)
    await createShippedMails(scope)
    const api = await createKey(scope, { kind: 'api', name: 'API' })
    const write = await createKey(scope, { kind: 'write', name: 'Site' })
    const made = await getWorkspace(scope)
    return c.json(
      { id: made.id, name: made.name, apiKey: api.key, writeKey: write.key, clock: made.clock },
      201,
    )
  })
  .openapi(one, async (c) => {
    const { role } = c.get('principal')
    return c.json({ ...(await getWorkspace(c.get('scope'))), role: role ?? 'viewer' }, 200)
  })
  .openapi(change, async (c) => {
    const { role } = c.get('principal')
    const asked = c.req.valid('json')
    const changed = await updateWorkspace(c.get('scope'), asked)
    if (asked.locale) await nameShippedMails(c.get('scope'), asked.locale)
    return c.json({ ...changed, role: role ?? 'viewer' }, 200)
  })
