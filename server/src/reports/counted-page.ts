import { z } from '@hono/zod-openapi'
import { instant, pageOf, uuid } from '../http/schemas'

const person = z
  .object({
    id: z.string(),
    at: instant.nullable(),
    contactId: uuid,
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    messageId: uuid.nullable(),
    subject: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi('CountedPerson', {
    description:
      'Somebody a figure counts. `at`: when it was sent, ended or refused; null where nothing has happened yet',
  })

/** A list behind a figure: `count` is of all of it. */
export const countedPage = pageOf(person).extend({ count: z.int() })
