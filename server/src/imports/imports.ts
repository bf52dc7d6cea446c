import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { getImport, listImports } from '@relance/db/import/get-import'
import { previewImport } from '@relance/db/import/preview-import'
import { queueImport } from '@relance/db/import/queue-import'
import { dropFile, storeFile } from '@relance/db/import/store-file'
import { CDNOW_FILE } from '@relance/db/sample/seed-demo'
import type { Context } from 'hono'
import { needs } from '../auth/permissions'
import type { AppEnv } from '../http/context'
import { saidIn } from '../http/error-words'
import { invalidFrom, routes } from '../http/routes'
import { answer, pageOf, uuid } from '../http/schemas'
import { formOf, importForm, preview, progress, withRefusals } from './import-schema'
import { readMultipart } from './read-multipart'

const tags = ['Imports']
/** An import whose end, where it is one, is told in the reader's language. */
const told = <Progress extends { error: string | null }>(one: Progress, language: Language) => ({
  ...one,
  error: one.error && saidIn(language, one.error),
})
/** A preview reads no more of a file. */
const PREVIEW_BYTES = 256 * 1024

const create = createRoute({
  method: 'post',
  path: '/imports',
  tags,
  summary: 'Hand over a file of contacts, orders, products or events, or the CDNOW sample',
  description:
    'CSV with commas, semicolons, tabs or bars, in UTF-8, UTF-16 or Windows-1252, 1 GB at most. Rows that cannot be taken are listed by row, column and code; the rest goes in. Amounts are converted to the workspace’s currency by the rates of /api/currency-rates, never added up across currencies. An import starts no scenario.',
  request: { body: formOf('May be left out with cdnow: the server has its own copy') },
  responses: { 202: answer(z.object({ id: uuid }), 'Taken; ask for its progress') },
})

const look = createRoute({
  method: 'post',
  path: '/imports/preview',
  tags,
  summary: 'How the first rows of a file would be read; nothing is written',
  request: { body: formOf('The beginning is enough: 256 KB are looked at') },
  responses: { 200: answer(preview, 'Columns, their mapping, and what is wrong with which row') },
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

function orderOf(c: Context<AppEnv>, fields: Record<string, string>) {
  const read = importForm.safeParse(fields)
  if (!read.success) throw invalidFrom(read.error, c.get('language'))
  return read.data
}

const noFile = () => new AppError('invalid', 'file: is missing.', { field: 'file' })

async function beginningOf(stream: AsyncIterable<Uint8Array>) {
  const held: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    if (size <= PREVIEW_BYTES) held.push(piece)
    size += piece.length
  }
  return {
    beginning: Buffer.concat(held).subarray(0, PREVIEW_BYTES),
    isWhole: size <= PREVIEW_BYTES,
  }
}

export const importRoutes = routes()
  .openapi(list, async (c) => {
    const items = await listImports(c.get('scope'))
    return c.json({ items: items.map((each) => told(each, c.get('language'))), next: null }, 200)
  })
  .openapi(one, async (c) => {
    const [{ importId }, language] = [c.req.valid('param'), c.get('language')]
    return c.json(told(await getImport(c.get('scope'), importId, language), language), 200)
  })

// Their forms are read as they come in, so the library is not to read them first.
for (const route of [create, look]) importRoutes.openAPIRegistry.registerPath(route)

importRoutes.post('/imports', needs('draw', 'import'), async (c) => {
  const scope = c.get('scope')
  const { fields, file } = await readMultipart(c.req.raw, (name, stream) =>
    storeFile(scope, name, stream),
  )
  try {
    const order = orderOf(c, fields)
    if (!file && order.kind !== 'cdnow') throw noFile()
    const { id } =
      file ?? (await storeFile(scope, basename(CDNOW_FILE), createReadStream(CDNOW_FILE)))
    await queueImport(scope, id, order)
    return c.json({ id }, 202)
  } catch (error) {
    if (file) await dropFile(scope, file.id)
    throw error
  }
})

importRoutes.post('/imports/preview', needs('draw', 'import'), async (c) => {
  const { fields, file } = await readMultipart(c.req.raw, (_, stream) => beginningOf(stream))
  const { kind, mapping } = orderOf(c, fields)
  if (!file || kind === 'cdnow') throw noFile()
  return c.json(
    await previewImport(c.get('scope'), { kind, mapping }, file, c.get('language')),
    200,
  )
})
