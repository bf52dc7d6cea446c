import { createRoute, z } from '@hono/zod-openapi'
import { getDraft } from '@relance/db/flow/get-draft'
import { gatherFacts, mailsOf } from '@relance/workflows/compile/gather-facts'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'
import { flowParams } from './flow-schemas'
import { surroundings } from './surroundings'

const MOST_MAILS = 500

const mailIds = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.string()).max(MOST_MAILS))
  .optional()
  .openapi({
    type: 'string',
    description: 'Ids of mails with commas; by default those of the draft',
  })

const texts = z.array(z.string()).readonly()
const counts = z.record(z.string(), z.int()).readonly().optional()

const facts = z
  .object({
    templates: z
      .record(
        z.string(),
        z.object({
          name: z.string(),
          version: z.int(),
          deleted: z.boolean().optional(),
          hasSubject: z.boolean(),
          hasUnsubscribe: z.boolean(),
          isEmpty: z.boolean(),
          errorLine: z.int().nullish(),
          usedFields: texts,
        }),
      )
      .readonly(),
    offers: z
      .record(
        z.string(),
        z.object({
          name: z.string(),
          deleted: z.boolean().optional(),
          validFor: z.string().nullish(),
        }),
      )
      .readonly(),
    segments: z.record(z.string(), z.object({ name: z.string() })).readonly(),
    events: texts,
    fields: texts,
    missing: counts,
    peopleAt: counts,
    sender: z
      .object({ domain: z.string(), isVerified: z.boolean() })
      .nullish()
      .openapi({ description: 'Null where the workspace does not ask that it be verified' }),
    fullAt: z
      .record(z.string(), z.record(z.string(), z.int()).readonly())
      .readonly()
      .optional()
      .openapi({
        description:
          'By step, people inside who have had as many emails as the limit allows: by hours until the next may go, counted from when they go on',
      }),
    pastEntries: z
      .object({
        trigger: z.object({ type: z.string(), config: z.record(z.string(), z.unknown()) }),
        reentry: z.unknown(),
        entered: z.int(),
        most: z.int(),
      })
      .nullish()
      .openapi({
        description:
          'What a back-test of within a day found of the trigger it was made with: how many would have entered, and at most within one hour',
      }),
    timeZone: z.string(),
  })
  .openapi('CompileFacts')

const route = createRoute({
  method: 'get',
  path: '/flows/{flowId}/facts',
  tags: ['Flows'],
  summary: 'What a draft is checked against, so that an editor can find its problems by itself',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, query: z.object({ templates: mailIds }) },
  responses: { 200: answer(facts, 'What the workspace knows') },
})

export const factsRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const draft = await getDraft(scope, c.req.valid('param').flowId)
  const wanted = c.req.valid('query').templates ?? mailsOf(draft)
  return c.json(
    await gatherFacts(scope, draft.flowId, wanted, surroundings(c.get('services'))),
    200,
  )
})
