import { createRoute, z } from '@hono/zod-openapi'
import { type InactivityDefinition, inactivityDefinition } from '@relance/core/activity/inactivity'
import type { Language } from '@relance/core/words/language'
import {
  deleteDefinition,
  listDefinitions,
  saveDefinition,
} from '@relance/db/inactivity/definitions'
import { previewDefinitions } from '@relance/db/inactivity/preview-definitions'
import { needs } from '../auth/permissions'

import { invalidFrom, routes } from '../http/routes'
import { answer, body, json, pageOf, uuid } from '../http/schemas'

const tags = ['Inactivity']
const params = z.object({ definitionId: uuid })

/** As documented: a rule refers to itself, which OpenAPI cannot hold. */
const shown = z
  .object({ ...inactivityDefinition.shape, appliesTo: json.nullable() })
  .openapi('InactivityDefinition')
const said = z.object({ ...inactivityDefinition.shape, appliesTo: json.nullish() })

/** A definition as sent, its rule checked. Throws AppError invalid with the path, in the reader's language. */
function readDefinition(sent: z.infer<typeof said>, language: Language): InactivityDefinition {
  const read = inactivityDefinition.safeParse({ ...sent, appliesTo: sent.appliesTo ?? null })
  if (!read.success) throw invalidFrom(read.error, language)
  return read.data
}

const list = createRoute({
  method: 'get',
  path: '/inactivity-definitions',
  tags,
  summary: 'Whom the workspace calls inactive, in the order in which they are asked',
  middleware: needs('see', 'workspace'),
  responses: { 200: answer(pageOf(shown.extend({ id: uuid })), 'All of them') },
})

const create = createRoute({
  method: 'post',
  path: '/inactivity-definitions',
  tags,
  summary: 'Add a definition of inactivity',
  middleware: needs('own', 'workspace'),
  request: { body: body(said) },
  responses: { 201: answer(z.object({ id: uuid }), 'The definition') },
})

const change = createRoute({
  method: 'put',
  path: '/inactivity-definitions/{definitionId}',
  tags,
  summary: 'Replace a definition; runs that are under way stay as they are',
  middleware: needs('own', 'workspace'),
  request: { params, body: body(said) },
  responses: { 200: answer(z.object({ id: uuid }), 'The definition') },
})

const remove = createRoute({
  method: 'delete',
  path: '/inactivity-definitions/{definitionId}',
  tags,
  summary: 'Remove a definition',
  middleware: needs('own', 'workspace'),
  request: { params },
  responses: { 200: answer(z.object({ id: uuid }), 'What was removed') },
})

const preview = createRoute({
  method: 'post',
  path: '/inactivity-definitions/preview',
  tags,
  summary: 'Who would be inactive now by these definitions; nothing is kept',
  middleware: needs('own', 'workspace'),
  request: { body: body(z.object({ definitions: z.array(said).max(50) })) },
  responses: {
    200: answer(
      z.object({
        people: z.int(),
        inactive: z.int(),
        byDefinition: z.array(z.int()),
        sample: z.array(
          z.object({
            id: uuid,
            externalId: z.string().nullable(),
            email: z.string().nullable(),
            definition: z.int(),
          }),
        ),
      }),
      'Counts in the order given; `definition` is a place in it',
    ),
  },
})

export const inactivityRoutes = routes()
  .openapi(list, async (c) => {
    const items = await listDefinitions(c.get('scope'))
    const written = items.map((item) => ({
      ...item,
      appliesTo: item.appliesTo && { ...item.appliesTo },
    }))
    return c.json({ items: written, next: null }, 200)
  })
  .openapi(create, async (c) => {
    const definition = readDefinition(c.req.valid('json'), c.get('language'))
    return c.json(await saveDefinition(c.get('scope'), definition), 201)
  })
  .openapi(change, async (c) => {
    const definition = readDefinition(c.req.valid('json'), c.get('language'))
    const { definitionId } = c.req.valid('param')
    return c.json(await saveDefinition(c.get('scope'), definition, definitionId), 200)
  })
  .openapi(remove, async (c) =>
    c.json(await deleteDefinition(c.get('scope'), c.req.valid('param').definitionId), 200),
  )
  .openapi(preview, async (c) => {
    const { definitions } = c.req.valid('json')
    const read = definitions.map((sent) => readDefinition(sent, c.get('language')))
    return c.json(await previewDefinitions(c.get('scope'), read), 200)
  })
