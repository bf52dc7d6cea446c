import { createRoute, z } from '@hono/zod-openapi'
import { changeSegment } from '@relance/db/segment/change-segment'
import { createSegment } from '@relance/db/segment/create-segment'
import { deleteSegment } from '@relance/db/segment/delete-segment'
import { listMembers } from '@relance/db/segment/list-members'
import { getSegment, listSegments } from '@relance/db/segment/list-segments'
import { previewSegment } from '@relance/db/segment/preview-segment'
import { needs } from '../auth/permissions'
import { listedContact } from '../contacts/contact-schema'
import { routes } from '../http/routes'
import { answer, body, nothing, pageOf, pageQuery, uuid } from '../http/schemas'
import { name, ruleIn, segment, unknownFields, usedBy } from './segment-schema'

const tags = ['Segments']
const params = z.object({ segmentId: uuid })

const list = createRoute({
  method: 'get',
  path: '/segments',
  tags,
  summary: 'Segments, each with how many people are in it now',
  middleware: needs('see', 'segment'),
  responses: { 200: answer(pageOf(segment), 'All of them, by name') },
})

const create = createRoute({
  method: 'post',
  path: '/segments',
  tags,
  summary: 'Save a rule under a name',
  description:
    'From then on, entering and leaving are events: `Entered Segment` and `Left Segment`. Those who are in it from the beginning are told of to nobody.',
  middleware: needs('draw', 'segment'),
  request: { body: body(z.object({ name, rule: ruleIn })) },
  responses: { 201: answer(z.object({ id: uuid, unknownFields }), 'The segment') },
})

const preview = createRoute({
  method: 'post',
  path: '/segments/preview',
  tags,
  summary: 'Count whom a rule takes in at this moment, and show ten of them',
  middleware: needs('see', 'segment'),
  request: {
    body: body(
      z.object({
        rule: ruleIn,
        segmentId: uuid.nullish().openapi({ description: 'The segment it is drawn for' }),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({ count: z.int(), sample: z.array(listedContact), unknownFields }),
      'People who satisfy it; 429 with `reason: "rule-too-slow"` and the places of the conditions at fault in `slow` where it takes too long to count',
    ),
  },
})

const one = createRoute({
  method: 'get',
  path: '/segments/{segmentId}',
  tags,
  summary: 'One segment, with what uses it',
  middleware: needs('see', 'segment'),
  request: { params },
  responses: { 200: answer(segment.extend({ usedBy }), 'The segment') },
})

const change = createRoute({
  method: 'put',
  path: '/segments/{segmentId}',
  tags,
  summary: 'Give a segment another name or rule',
  description:
    'With `revision`, refused when it has been changed since. Another rule asks everybody anew; who is in or out by that alone is told of to nobody.',
  middleware: needs('draw', 'segment'),
  request: { params, body: body(z.object({ name, rule: ruleIn, revision: z.int().optional() })) },
  responses: { 200: answer(segment.extend({ usedBy, unknownFields }), 'The segment') },
})

const remove = createRoute({
  method: 'delete',
  path: '/segments/{segmentId}',
  tags,
  summary: 'Delete a segment that nothing uses',
  middleware: needs('draw', 'segment'),
  request: { params },
  responses: { 204: nothing('Deleted') },
})

const members = createRoute({
  method: 'get',
  path: '/segments/{segmentId}/members',
  tags,
  summary: 'Who is in a segment now',
  middleware: needs('see', 'segment'),
  request: { params, query: pageQuery },
  responses: { 200: answer(pageOf(listedContact), 'The longest known first') },
})

export const segmentRoutes = routes()
  .openapi(list, async (c) =>
    c.json({ items: await listSegments(c.get('scope')), next: null }, 200),
  )
  .openapi(create, async (c) =>
    c.json(await createSegment(c.get('scope'), c.req.valid('json')), 201),
  )
  .openapi(preview, async (c) => {
    const { rule, segmentId } = c.req.valid('json')
    return c.json(await previewSegment(c.get('scope'), rule, segmentId ?? null), 200)
  })
  .openapi(one, async (c) =>
    c.json(await getSegment(c.get('scope'), c.req.valid('param').segmentId), 200),
  )
  .openapi(change, async (c) => {
    const { segmentId } = c.req.valid('param')
    const { unknownFields } = await changeSegment(c.get('scope'), segmentId, c.req.valid('json'))
    return c.json({ ...(await getSegment(c.get('scope'), segmentId)), unknownFields }, 200)
  })
  .openapi(remove, async (c) => {
    await deleteSegment(c.get('scope'), c.req.valid('param').segmentId)
    return c.body(null, 204)
  })
  .openapi(members, async (c) =>
    c.json(
      await listMembers(c.get('scope'), c.req.valid('param').segmentId, c.req.valid('query')),
      200,
    ),
  )
