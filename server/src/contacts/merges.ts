import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { getContact } from '@relance/db/contact/get-contact'
import { listMerges } from '@relance/db/merge/list-merges'
import { undoMerge } from '@relance/db/merge/undo-merge'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, uuid } from '../http/schemas'

const tags = ['Contacts']

const merge = z
  .object({
    id: uuid,
    fromId: uuid,
    intoId: uuid,
    at: instant,
    undoneAt: instant.nullable(),
    undoUntil: instant,
    obstacle: z.enum(['undone', 'too-late', 'erased', 'joined-since']).nullable(),
    identities: z.array(z.object({ kind: z.string(), value: z.string() })),
    events: z.int(),
    orders: z.int(),
  })
  .openapi('Merge')

const list = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/merges',
  tags,
  summary:
    'The merges that a contact’s record is made of, and what stands in the way of undoing each',
  middleware: needs('see', 'contact'),
  request: { params: z.object({ contactId: uuid }) },
  responses: {
    200: answer(pageOf(merge), 'Newest first; `obstacle` is null where one can be undone'),
  },
})

const undo = createRoute({
  method: 'post',
  path: '/contacts/{contactId}/merges/{mergeId}/undo',
  tags,
  summary: 'Part two contacts that were taken for one, within 30 days',
  description:
    'Names, events, orders, carts, consents, messages and runs go back to whom they came from, and counters follow. What happened since stays, and so does the end of a run that the merge has ended. 409 with a `reason` where it can no longer be undone: `undone`, `too-late`, `erased`, `joined-since`.',
  middleware: needs('publish', 'contact'),
  request: { params: z.object({ contactId: uuid, mergeId: uuid }) },
  responses: { 200: answer(z.object({ contactId: uuid }), 'The one that stands on its own again') },
})

export const mergeRoutes = routes()
  .openapi(list, async (c) => {
    const { id } = await getContact(c.get('scope'), c.req.valid('param').contactId)
    return c.json({ items: await listMerges(c.get('scope'), id), next: null }, 200)
  })
  .openapi(undo, async (c) => {
    const { contactId, mergeId } = c.req.valid('param')
    const { id } = await getContact(c.get('scope'), contactId)
    const own = (await listMerges(c.get('scope'), id)).some((one) => one.id === mergeId)
    if (!own) throw new AppError('not-found', 'This merge does not exist.')
    return c.json(await undoMerge(c.get('scope'), mergeId), 200)
  })
