import { z } from '@hono/zod-openapi'
import { flowStatuses } from '@relance/core/graph/draft'
import { graph as coreGraph, positions } from '@relance/core/graph/graph'
import { flowSettings } from '@relance/core/graph/settings'
import type { Language } from '@relance/core/words/language'
import { invalidFrom } from '../http/routes'
import { instant, json, uuid } from '../http/schemas'

export const flowParams = z.object({ flowId: uuid })
/** A few sentences of one person to others. */
export const note = z.string().trim().max(500)
export const flowName = z.string().trim().min(1).max(120)

const act = z.object({
  ...{ at: instant, people: z.enum(['finish', 'move', 'leave']) },
  ...{ by: z.string().nullable(), madeAt: instant },
  isCurrent: z.boolean().openapi({
    description: 'Of a start: steps and rules of the draft are still those that were scheduled',
  }),
})

/** What happens to a scenario by itself, at instants of the workspace’s clock. */
export const scheduled = z
  .object({
    start: act.nullable(),
    end: act.nullable(),
    failed: z
      .object({ at: instant, reason: z.object({ en: z.string(), fr: z.string() }) })
      .nullable()
      .openapi({ description: 'The start that failed and nobody has seen to: nothing changed' }),
  })
  .openapi('Scheduled')

export const flow = z
  .object({
    id: uuid,
    name: z.string(),
    status: z.enum(flowStatuses),
    version: z.int().nullable(),
    latest: z.int(),
    publishedAt: instant.nullable(),
    inside: z.int(),
    scheduled,
    sending: z.enum(['to-come', 'under-way', 'over']).nullable().openapi({
      description:
        'Of what is sent to an audience at a set time: nothing has begun, it has, or nothing is to come any more; null: of anything else',
    }),
    cancelled: z.object({ at: instant, by: z.string().nullable() }).nullable().openapi({
      description: 'Cancelled before its first sending: nobody got it; `by` is null for a script',
    }),
  })
  .openapi('Flow')

export const draft = z
  .object({ flowId: uuid, revision: z.int(), graph: coreGraph, positions, settings: json })
  .openapi('Draft')

export const problem = z
  .object({
    code: z.string(),
    severity: z.enum(['fix', 'tip']),
    nodeId: z.string().nullable(),
    exit: z.string().nullable(),
    field: z.string().nullable(),
    params: json,
    message: z.string(),
    fix: z.object({ action: z.string(), args: json }).nullable(),
  })
  .openapi('Problem')

/** A flow's drawing as a client sends it. Rules nest without end, so settings are documented as free JSON. */
export const drawing = z.object({
  graph: coreGraph,
  positions: positions.default({}),
  settings: json.default({}),
})

/** Settings as sent, checked. Throws AppError invalid with the path, in the reader's language. */
export function readSettings(sent: Record<string, unknown>, language: Language) {
  const read = flowSettings.safeParse(sent)
  if (!read.success) throw invalidFrom(read.error, language, 'settings')
  return read.data
}
