import { z } from '@hono/zod-openapi'
import { endReasons } from '@relance/db/enrolment/enrolment'

import { drawing } from '../flows/flow-schemas'
import { instant, instantIn, uuid } from '../http/schemas'

const MOST_CHOICES = 200

/** With whom, from when, and what is taken for what nobody can know. */
export const tryRequest = z.object({
  contactId: uuid,
  runId: uuid.optional().openapi({
    description: 'A run they really lived, whose beginning is taken; by default their latest',
  }),
  at: instantIn.optional().openapi({
    description:
      'When they come in instead; later facts are not known then. By default when the trigger brings them in',
  }),
  knownUntil: instantIn.optional().openapi({
    description:
      'What happened later is not known, as if it were this instant now; goes with `runId` or `at`',
  }),
  until: instantIn.optional().openapi({ description: 'The clock is moved as far as this' }),
  choices: z
    .record(
      z.string().max(120),
      z.object({ is: z.string().max(200), hours: z.number().min(0).max(100_000).optional() }),
    )
    .refine((choices) => Object.keys(choices).length <= MOST_CHOICES)
    .default({})
    .openapi({ description: 'By the `key` of a choice of an earlier answer' }),
  evenIf: z.boolean().default(false).openapi({
    description: 'Walk on although the trigger would not let them in',
  }),
  drawing: drawing.omit({ positions: true }).optional().openapi({
    description: 'The scenario as it is drawn; by default the saved draft',
  }),
})

const seen = z.array(
  z.object({ path: z.string(), leaf: z.unknown(), value: z.unknown(), holds: z.boolean() }),
)

const line = z.object({
  at: instant,
  kind: z.string(),
  code: z.string(),
  exit: z.string().nullable(),
  words: z.string(),
  seen: seen.nullable(),
})

const step = z
  .object({
    n: z.int(),
    nodeId: z.string(),
    visit: z.int(),
    at: instant,
    leftAt: instant.nullable(),
    exit: z.string().nullable(),
    next: z.string().nullable(),
    lines: z.array(line),
  })
  .openapi('TriedStep')

const mail = z
  .object({
    nodeId: z.string(),
    visit: z.int(),
    at: instant,
    templateId: uuid,
    outcome: z.enum(['sent', 'held', 'refused']),
    words: z.string().nullable(),
    until: instant.nullable(),
    subject: z.string().nullable(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    error: z.string().nullable(),
  })
  .openapi('TriedMail', {
    description:
      'What would go out, as this person would get it; or what holds or refuses it, in words',
  })

const choice = z
  .object({
    key: z.string(),
    kind: z.enum(['fact', 'wait', 'call']),
    nodeId: z.string(),
    visit: z.int(),
    event: z.string().nullable(),
    leaf: z.unknown(),
    options: z.array(z.string()),
    is: z.string(),
    isAssumed: z.boolean(),
    known: z.int(),
    did: z.int(),
    from: instant.nullable(),
    until: instant.nullable(),
    at: instant.nullable(),
  })
  .openapi('TryChoice', {
    description:
      'Something nobody can know yet. `fact`: whether an event has happened by then, yes or no. `wait`: nothing, or the event that comes, so many hours after `from`. `call`: ok or failed. Where it is assumed, `did` of `known` real people did so.',
  })

export const triedPath = z
  .object({
    contact: z.object({
      id: uuid,
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string().nullable(),
      externalId: z.string().nullable(),
    }),
    runId: uuid.nullable(),
    at: instant,
    anchorAt: instant,
    isAssumed: z.boolean(),
    presentAt: instant,
    now: instant,
    refused: z.object({ words: z.string(), code: z.string(), seen }).nullable(),
    steps: z.array(step),
    mails: z.array(mail),
    choices: z.array(choice),
    end: z
      .object({
        nodeId: z.string().nullable(),
        reason: z.enum(endReasons),
        detail: z.string().nullable(),
        at: instant,
        words: z.string(),
      })
      .nullable(),
    standing: z
      .object({
        nodeId: z.string(),
        visit: z.int(),
        dueAt: instant.nullable(),
        heldBy: z.string().nullable(),
        error: z.string().nullable(),
      })
      .nullable(),
    isCutShort: z.boolean(),
  })
  .openapi('TriedPath')

export const subject = z
  .object({
    contactId: uuid,
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    externalId: z.string().nullable(),
    runId: uuid.nullable(),
    at: instant.nullable(),
  })
  .openapi('TrySubject')

export type TriedPath = z.infer<typeof triedPath>
export type TryRequest = z.infer<typeof tryRequest>
