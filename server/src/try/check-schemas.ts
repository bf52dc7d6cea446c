import { z } from '@hono/zod-openapi'
import { drawing, flowParams } from '../flows/flow-schemas'
import { instant, uuid } from '../http/schemas'
import { tryRequest } from './try-schemas'

export const checkParams = flowParams.extend({ checkId: uuid })

const step = z.object({
  nodeId: z.string(),
  type: z.string(),
  name: z.string().nullable(),
  exit: z.string().nullable(),
})

const pathOfCheck = z
  .object({
    refused: z.string().nullable(),
    end: z.string().nullable(),
    standing: z.string().nullable(),
    steps: z.array(step),
  })
  .openapi('CheckedPath', {
    description:
      '`refused`: why they are not let in, `end`: how they end, both in words; `standing`: the step they stand at where there is no end',
  })

export const check = z
  .object({
    id: uuid,
    name: z.string(),
    compares: z.enum(['end', 'path']),
    contact: z.object({
      id: uuid,
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string().nullable(),
      externalId: z.string().nullable(),
    }),
    asked: z.object({
      runId: uuid.nullable(),
      at: z.string(),
      knownUntil: z.string(),
      choices: z.record(z.string(), z.object({ is: z.string(), hours: z.number().optional() })),
      evenIf: z.boolean(),
    }),
    expected: pathOfCheck,
    createdAt: instant,
  })
  .openapi('SavedCheck', {
    description:
      'A customer and where they are to end. What happened after `knownUntil` is not known to it, and what nobody could know then is as was said, so that it comes out alike whenever it is walked. `compares`: only the end, or each step.',
  })

export const outcome = z
  .object({
    checkId: uuid,
    name: z.string(),
    compares: z.enum(['end', 'path']),
    outcome: z.enum(['passes', 'fails', 'not-walked']),
    reason: z.string().nullable().openapi({ description: 'Why it could not be walked just now' }),
    expected: pathOfCheck,
    got: pathOfCheck.nullable(),
    differs: z
      .object({ n: z.int(), expected: step.nullable(), got: step.nullable() })
      .nullable()
      .openapi({ description: 'The first step that differs, whether or not steps are compared' }),
  })
  .openapi('CheckOutcome')

export const newCheck = tryRequest.omit({ until: true }).extend({
  name: z.string().trim().min(1).max(120),
  compares: z.enum(['end', 'path']).default('end'),
})

export const drawn = z.object({
  drawing: drawing.omit({ positions: true }).optional().openapi({
    description: 'The scenario as it is drawn; by default the saved draft',
  }),
})

export type Drawn = z.infer<typeof drawn>
export type CheckAnswer = z.infer<typeof check>
export type OutcomeAnswer = z.infer<typeof outcome>
