import { createRoute, z } from '@hono/zod-openapi'
import { getFlow } from '@relance/db/flow/get-flow'
import { cancelNewsletter } from '@relance/db/sending/cancel-newsletter'
import { cancelSending } from '@relance/db/sending/cancel-sending'
import { listSendings } from '@relance/db/sending/list-sendings'
import { nextOccurrenceOf } from '@relance/db/sending/next-occurrence-of'
import { needs } from '../auth/permissions'
import { flow, flowParams } from '../flows/flow-schemas'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'

const tags = ['Sendings']
const n = z.int().min(0)
const sending = z
  .object({
    id: z.string(),
    flowId: z.string(),
    version: z.int(),
    at: instant,
    beganAt: instant,
    state: z.enum(['waiting', 'taking', 'sending', 'paused', 'done', 'cancelled']),
    total: n.openapi({ description: 'Of the audience, when it began' }),
    queued: n,
    entered: n.openapi({ description: 'sent + held + underway + refused + failed + left' }),
    notEntered: n.openapi({ description: 'Turned away: by re-entry, or a name unknown by then' }),
    sent: n,
    held: n,
    underway: n,
    refused: z.record(z.string(), n).openapi({
      description: 'Not sent to for good, by reason: already-customer, no-consent, unsubscribed …',
    }),
    failed: n,
    left: n,
    cancelled: n,
    namesMissed: z.boolean().openapi({
      description: 'Those not let in, and those spared, are listed by name: not of older sendings',
    }),
    firstSentAt: instant.nullable(),
    lastSentAt: instant.nullable(),
    expectedEndAt: instant.nullable(),
  })
  .openapi('Sending')

const list = createRoute({
  method: 'get',
  path: '/flows/{flowId}/sendings',
  tags,
  summary: 'How far the sendings of a scheduled scenario have come, and when the next one comes',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: {
    200: answer(
      z.object({ nextAt: instant.nullable(), items: z.array(sending) }),
      'Newest first, the latest twenty',
    ),
  },
})

const cancel = createRoute({
  method: 'post',
  path: '/flows/{flowId}/sendings/{sendingId}/cancel',
  tags,
  summary: 'Spare everybody who has not been sent to; a schedule that repeats goes on afterwards',
  middleware: needs('publish', 'flow'),
  request: { params: flowParams.extend({ sendingId: uuid }) },
  responses: { 200: answer(z.object({ people: n }), 'How many were spared') },
})

const cancelAll = createRoute({
  method: 'post',
  path: '/flows/{flowId}/cancel',
  tags,
  summary: 'Cancel a newsletter before its first sending, approved or not: nobody gets it',
  description:
    '409 with `reason`: `begun`, `over`, `cancelled`, or `no-audience`. Publishing it after all takes the cancellation back.',
  middleware: needs('publish', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(flow, 'The scenario as it is now') },
})

export const sendingRoutes = routes()
  .openapi(list, async (c) => {
    const { id } = await getFlow(c.get('scope'), c.req.valid('param').flowId)
    const items = await listSendings(c.get('scope'), id)
    return c.json({ nextAt: await nextOccurrenceOf(c.get('scope'), id), items }, 200)
  })
  .openapi(cancelAll, async (c) => {
    const { flowId } = c.req.valid('param')
    await cancelNewsletter(c.get('scope'), flowId)
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
  .openapi(cancel, async (c) => {
    const { flowId, sendingId } = c.req.valid('param')
    await getFlow(c.get('scope'), flowId)
    return c.json(await cancelSending(c.get('scope'), flowId, sendingId), 200)
  })
