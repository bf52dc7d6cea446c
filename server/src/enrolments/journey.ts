import { createRoute, z } from '@hono/zod-openapi'
import { companyKinds, customerKinds, twoLanes } from '@relance/core/journey/two-lanes'
import type { TraceReader } from '@relance/core/words/trace-words'
import { traceWords } from '@relance/core/words/trace-words'
import { readJourney } from '@relance/db/timeline/read-journey'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { needs } from '../auth/permissions'
import { timelineWords } from '../contacts/timeline-words'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'
import { type CompanyDeed, companyFacts, customerFacts } from './journey-facts'
import { readerOf } from './trace-reader'

const row = z
  .object({
    at: instant,
    customer: z.array(
      z.object({ kind: z.enum(customerKinds), words: z.string(), detail: z.string().nullable() }),
    ),
    silence: z.int().nullable().openapi({
      description: 'Seconds without anything from the customer, where a counter ran out',
    }),
    company: z
      .array(
        z.object({
          kind: z.enum(companyKinds),
          nodeId: z.string().nullable(),
          words: z.string(),
        }),
      )
      .openapi({ description: 'Empty where what the customer did was only kept' }),
  })
  .openapi('JourneyRow')

const route = createRoute({
  method: 'get',
  path: '/enrolments/{enrolmentId}/journey',
  tags: ['Enrolments'],
  summary: 'A run from both sides: what the customer lived, and what the company did',
  description: 'Oldest first, up to 500 of each kind, in the reader’s language.',
  middleware: needs('see', 'enrolment'),
  request: { params: z.object({ enrolmentId: uuid }) },
  responses: { 200: answer(z.object({ items: z.array(row) }), 'Both sides, instant by instant') },
})

export const journeyRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const journey = await readJourney(scope, c.req.valid('param').enrolmentId)
  const [reader, { currency }] = await Promise.all([
    readerOf(scope, c.get('language')),
    getWorkspace(scope),
  ])
  const items = twoLanes(customerFacts(journey), companyFacts(journey)).map(
    ({ at, silence, customer, company }) => ({
      at: at.toISOString(),
      silence,
      customer: customer.map(({ kind, of }) => {
        const { title, detail } = timelineWords(of, reader, currency)
        return { kind, words: title, detail }
      }),
      company: company.map(({ kind, of }) => ({ kind, ...told(of, reader) })),
    }),
  )
  return c.json({ items }, 200)
})

function told(deed: CompanyDeed, reader: TraceReader): { nodeId: string | null; words: string } {
  if ('line' in deed) return { nodeId: deed.line.nodeId, words: traceWords(deed.line, reader) }
  const { nodeId, subject } = deed.sent
  const said = subject ?? ''
  return {
    nodeId,
    words:
      reader.language === 'fr'
        ? `E-mail envoyé\u00a0: «\u202f${said}\u202f»`
        : `Email sent: “${said}”`,
  }
}
