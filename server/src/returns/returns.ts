import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { parseInstant } from '@relance/core/time/parse-instant'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { listReturns, returnsMade } from '@relance/db/returns/list-returns'
import { provenReturns } from '@relance/db/returns/proven-returns'
import { rebuildReturns } from '@relance/db/returns/rebuild-returns'
import { lastKnownDate, returnCells } from '@relance/db/returns/return-cells'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, uuid } from '../http/schemas'

const tags = ['Inactivity']
const text = z.string().nullable()
const made = z.object({ asOf: instant, ranked: z.int() })
const score = z.int().min(1).max(5)

const figures = createRoute({
  method: 'get',
  path: '/returns',
  tags,
  summary: 'How likely buyers are to return, by recency and frequency, and whether it came true',
  middleware: needs('see', 'contact'),
  request: { query: z.object({ asOf: z.string().optional() }) },
  responses: {
    200: answer(
      z.object({
        learnedAsOf: instant,
        cells: z.array(
          z
            .object({
              recency: score,
              frequency: score,
              people: z.int(),
              returned: z.int(),
              share: z.number(),
              borrowed: z.boolean(),
            })
            .openapi('ReturnCell'),
        ),
        proven: z.array(
          z
            .object({
              recency: score,
              frequency: score,
              people: z.int(),
              predicted: z.number().nullable(),
              actual: z.number(),
            })
            .openapi('ProvenCell'),
        ),
        list: made.nullable(),
      }),
      'Learned from the 90 days after `asOf`, or else from the last 90; `borrowed`: too few people, the share of its row',
    ),
  },
})

const rebuild = createRoute({
  method: 'post',
  path: '/returns',
  tags,
  summary: 'Make the list of inactive customers anew, the most likely to return first',
  middleware: needs('draw', 'contact'),
  responses: { 200: answer(made, 'How many are in it') },
})

const list = createRoute({
  method: 'get',
  path: '/returns/list',
  tags,
  summary: 'The inactive customers, the most likely to return first',
  middleware: needs('see', 'contact'),
  request: {
    query: z.object({
      cursor: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: answer(
      pageOf(
        z
          .object({
            ...{ id: uuid, externalId: text, email: text, firstName: text, lastName: text },
            ...{ rank: z.int(), chance: z.number(), recency: score, frequency: score },
            lastOrderAt: instant.nullable(),
          })
          .openapi('ListedReturn'),
      ),
      'As of the moment the list was made',
    ),
  },
})

/** A date is midnight in the workspace's zone. Throws AppError invalid. */
function readDate(text: string, timeZone: string): Date {
  const at = parseInstant(text, timeZone)
  if (!at)
    throw new AppError('invalid', 'asOf: must be a date such as 2026-03-02.', { field: 'asOf' })
  return at
}

export const returnRoutes = routes()
  .openapi(figures, (c) =>
    inTransaction(c.get('scope'), async (tx) => {
      const { now, timeZone } = await getClock(tx)
      const { asOf } = c.req.valid('query')
      const learnedAsOf = asOf ? readDate(asOf, timeZone) : lastKnownDate(now, timeZone)
      const cells = await returnCells(tx, learnedAsOf)
      const proven = await provenReturns(tx)
      return c.json({ learnedAsOf, cells, proven, list: await returnsMade(tx) }, 200)
    }),
  )
  .openapi(rebuild, async (c) => c.json(await rebuildReturns(c.get('scope')), 200))
  .openapi(list, async (c) => c.json(await listReturns(c.get('scope'), c.req.valid('query')), 200))
