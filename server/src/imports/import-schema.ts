import { z } from '@hono/zod-openapi'
import { importKinds, onDuplicate } from '@relance/db/import/import-kinds'
import { instant, uuid } from '../http/schemas'

/** How far an import has come. */
export const progress = z.object({
  id: uuid,
  kind: z.enum(importKinds),
  fileName: z.string().nullable(),
  state: z.enum(['queued', 'reading', 'done', 'failed']),
  totalBytes: z.int(),
  readBytes: z.int(),
  read: z.int(),
  taken: z.int(),
  refused: z.int(),
  error: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})

export const withRefusals = progress.extend({
  refusals: z.array(
    z.object({
      row: z.int(),
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
})

export const preview = z.object({
  encoding: z.string().nullable(),
  delimiter: z.string(),
  columns: z.array(z.string()),
  fields: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  missing: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.int(),
      cells: z.record(z.string(), z.string()),
      problems: z.array(
        z.object({ column: z.string().nullable(), code: z.string(), message: z.string() }),
      ),
    }),
  ),
})

const mapping = z
  .string()
  .transform((text, c) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      c.addIssue({ code: 'custom', message: 'must be a JSON object of texts' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string(), z.string()))

/** The fields of an import's form, its file apart. */
export const importForm = z.object({
  kind: z.enum(importKinds),
  mapping: mapping.optional(),
  onDuplicate: z.enum(onDuplicate).optional(),
})

/** The form as the documentation shows it. */
export const formOf = (about: string) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: z.object({
        kind: z.enum(importKinds),
        mapping: z.string().optional().openapi({
          description: 'JSON: which column holds which field; guessed from the headers without it',
        }),
        onDuplicate: z.enum(onDuplicate).optional().openapi({
          description:
            'What becomes of a row about something known: contacts and products are completed, of orders the first stays, unless said otherwise',
        }),
        file: z
          .unknown()
          .optional()
          .openapi({ type: 'string', format: 'binary', description: about }),
      }),
    },
  },
})
