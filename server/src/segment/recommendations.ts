import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { findVisitor } from '@relance/db/contact/find-visitor'
import { recommendProducts } from '@relance/db/product/recommend-products'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/context'
import { contactOfToken } from '../track/visitor-token'
import { writeScope } from './write-scope'

const asked = z.object({
  anonymousId: z.string().max(255).optional(),
  visitorToken: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(24).default(6),
})

/**
 * Products for whoever is on the shop's page, as a mail would show them; best sellers for somebody unknown. The write
 * key is public, so a visitor is named by what only their browser has: never by a customer number, from which anybody
 * could tell what that customer buys. For the same reason nothing says why a product is there.
 */
export async function recommendations(c: Context<AppEnv>) {
  const query = c.req.query()
  const scope = await writeScope(c, query)
  const read = asked.safeParse(query)
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'limit')
    throw new AppError('invalid', `${field}: cannot be read.`, { field })
  }
  const { anonymousId, visitorToken, limit } = read.data
  const known = visitorToken ? await contactOfToken(scope, visitorToken) : null
  const items = await inTransaction(scope, async (tx) => {
    const contactId = known ?? (anonymousId ? await findVisitor(tx, anonymousId) : null)
    return recommendProducts(tx, contactId, { limit })
  })
  c.header('cache-control', 'private, no-store')
  return c.json({ items: items.map(({ because: _, ...product }) => product) })
}
