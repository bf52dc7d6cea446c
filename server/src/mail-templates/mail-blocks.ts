import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { createMailBlock } from '@relance/db/mail-block/create-mail-block'
import { deleteMailBlock } from '@relance/db/mail-block/delete-mail-block'
import { listMailBlocks } from '@relance/db/mail-block/list-mail-blocks'
import { BLOCK_GONE } from '@relance/db/mail-block/mail-block'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, uuid } from '../http/schemas'
import { changeBlock } from './change-block'
import { checkBlockLanguages } from './check-block-languages'
import { keyOfName } from './key-of-name'
import { mailName } from './mail-schema'

const tags = ['Mail blocks']
const params = z.object({ blockId: uuid })
const mjml = z.string().trim().min(1).max(100_000)
const languages = z
  .object({ en: mjml.optional(), fr: mjml.optional() })
  .refine(({ en, fr }) => en !== undefined || fr !== undefined, {
    error: 'give at least one language',
  })
const named = z.object({ id: uuid, name: z.string() })
const block = z
  .object({
    id: uuid,
    key: z.string(),
    name: z.string(),
    languages: z.object({ en: z.string().optional(), fr: z.string().optional() }),
    version: z.int(),
    updatedAt: instant,
    usedBy: z.array(named),
    liveFlows: z.array(named),
  })
  .openapi('MailBlock')

const list = createRoute({
  method: 'get',
  path: '/mail-blocks',
  tags,
  summary:
    'Blocks that mails share, each with the mails that name it and the live scenarios that send those',
  middleware: needs('see', 'mail'),
  responses: { 200: answer(z.object({ items: z.array(block) }), 'By name') },
})

const create = createRoute({
  method: 'post',
  path: '/mail-blocks',
  tags,
  summary: 'Make a block to be placed in mails as `<mj-block key="…" />`',
  middleware: needs('draw', 'mail'),
  request: { body: body(z.object({ name: mailName, languages })) },
  responses: { 201: answer(block, 'The block; its key is made of its name and never changes') },
})

const change = createRoute({
  method: 'put',
  path: '/mail-blocks/{blockId}',
  tags,
  summary:
    'Change a block: each mail that names it gets a next version with the change; all of them, or none',
  middleware: needs('draw', 'mail'),
  request: { params, body: body(z.object({ name: mailName.optional(), languages })) },
  responses: {
    200: answer(
      block,
      'The block; live scenarios keep the mails they were published with until published again',
    ),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/mail-blocks/{blockId}',
  tags,
  summary: 'Delete a block; one that mails still name answers 409 with `usedBy`',
  middleware: needs('draw', 'mail'),
  request: { params },
  responses: { 204: { description: 'Deleted' } },
})

async function blockOf(scope: Scope, blockId: string) {
  const [found] = await listMailBlocks(scope, blockId)
  if (!found) throw new AppError('not-found', BLOCK_GONE)
  return found
}

export const mailBlockRoutes = routes()
  .openapi(list, async (c) => c.json({ items: await listMailBlocks(c.get('scope')) }, 200))
  .openapi(create, async (c) => {
    const scope = c.get('scope')
    const sent = c.req.valid('json')
    await checkBlockLanguages(sent.languages)
    const id = await createMailBlock(scope, { ...sent, key: keyOfName(sent.name) })
    return c.json(await blockOf(scope, id), 201)
  })
  .openapi(change, async (c) => {
    const scope = c.get('scope')
    const { blockId } = c.req.valid('param')
    const before = await blockOf(scope, blockId)
    await checkBlockLanguages(c.req.valid('json').languages)
    await changeBlock(scope, before, c.req.valid('json'))
    return c.json(await blockOf(scope, blockId), 200)
  })
  .openapi(remove, async (c) => {
    await deleteMailBlock(c.get('scope'), c.req.valid('param').blockId)
    return c.body(null, 204)
  })
