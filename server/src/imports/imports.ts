import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { createImport } from '@relance/db/import/create-import'
import { getImport, listImports } from '@relance/db/import/get-import'
import { type ImportKind, importKinds } from '@relance/db/import/import-kinds'
import { CDNOW_FILE } from '@relance/db/sample/seed-demo'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, uuid } from '../http/schemas'

const tags = ['Imports']
const mapping = z.record(z.string(), z.string())

const progress = z.object({
  id: uuid,
  kind: z.enum(importKinds),
  fileName: z.string().nullable(),
  state: z.enum(['queued', 'reading', 'done', 'failed']),
  read: z.int(),
  taken: z.int(),
  refused: z.int(),
  error: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})
const withRefusals = progress.extend({
  refusals: z.array(
    z.object({
      row: z.int(),
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
})

const create = createRoute({
  method: 'post',
  path: '/imports',
  tags,
  summary: 'Hand over a file of contacts, orders or products, or the CDNOW sample',
  middleware: needs('draw', 'import'),
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            kind: z.enum(importKinds),
            mapping: z
              .string()
              .optional()
              .openapi({ description: 'JSON: which column holds which field' }),
            file: z.instanceof(File).optional().openapi({
              type: 'string',
              format: 'binary',
              description: 'May be left out with cdnow: the server has its own copy',
            }),
          }),
        },
      },
    },
  },
  responses: { 202: answer(z.object({ id: uuid }), 'Taken; ask for its progress') },
})

const list = createRoute({
  method: 'get',
  path: '/imports',
  tags,
  summary: 'The latest imports',
  middleware: needs('see', 'import'),
  responses: { 200: answer(pageOf(progress), 'Newest first') },
})

const one = createRoute({
  method: 'get',
  path: '/imports/{importId}',
  tags,
  summary: 'How far an import has come, and the rows it refused',
  middleware: needs('see', 'import'),
  request: { params: z.object({ importId: uuid }) },
  responses: { 200: answer(withRefusals, 'At most the first thousand refusals') },
})

function readMapping(text: string | undefined): Record<string, string> {
  if (!text) return {}
  try {
    return mapping.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError(
      'invalid',
      'mapping: must be a JSON object of texts.',
      { field: 'mapping' },
      { cause },
    )
  }
}

/** What is to be read: the file sent, or the sample the server ships with. */
async function readUpload(kind: ImportKind, file: File | undefined) {
  if (file) return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  if (kind === 'cdnow') return { fileName: basename(CDNOW_FILE), bytes: await readFile(CDNOW_FILE) }
  throw new AppError('invalid', 'file: is missing.', { field: 'file' })
}

export const importRoutes = routes()
  .openapi(create, async (c) => {
    const { kind, mapping: said, file } = c.req.valid('form')
    const mapping = readMapping(said)
    const made = await createImport(c.get('scope'), {
      kind,
      mapping,
      ...(await readUpload(kind, file)),
    })
    return c.json(made, 202)
  })
  .openapi(list, async (c) => c.json({ items: await listImports(c.get('scope')), next: null }, 200))
  .openapi(one, async (c) =>
    c.json(await getImport(c.get('scope'), c.req.valid('param').importId), 200),
  )
