import { z } from '@hono/zod-openapi'
import { endReasons } from '@relance/db/enrolment/enrolment'
import { instant, json, uuid } from '../http/schemas'

export const enrolment = z
  .object({
    id: uuid,
    flowId: uuid,
    flowName: z.string(),
    version: z.int(),
    contactId: uuid,
    key: z.string(),
    state: z.enum(['waiting', 'held', 'attention', 'ended']),
    nodeId: z.string(),
    visit: z.int(),
    anchorAt: instant,
    dueAt: instant.nullable(),
    listens: z.array(z.string()),
    heldBy: z.string().nullable(),
    error: z.object({ message: z.string() }).nullable(),
    enteredAt: instant,
    endedAt: instant.nullable(),
    endReason: z.enum(endReasons).nullable(),
    endDetail: z.string().nullable(),
    revenueCents: z.int().nullable(),
    contact: z.object({
      id: uuid,
      externalId: z.string().nullable(),
      email: z.string().nullable(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
    }),
  })
  .openapi('Enrolment')

export const traceEntry = z
  .object({
    id: uuid,
    step: z.int(),
    enrolmentId: uuid,
    burst: z.int(),
    at: instant,
    nodeId: z.string().nullable(),
    nodeType: z.string().nullable(),
    visit: z.int().nullable(),
    kind: z.string(),
    exit: z.string().nullable(),
    nextNode: z.string().nullable(),
    code: z.string(),
    params: json,
    seen: z
      .array(
        z.object({ path: z.string(), leaf: z.unknown(), value: z.unknown(), holds: z.boolean() }),
      )
      .nullable(),
    words: z.string(),
  })
  .openapi('TraceEntry')
