import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Image, imageColumns } from './image'

const MOST = 2_000
const MOST_BYTES = 500 * 1024 * 1024

/**
 * Notes a picture whose bytes are kept already.
 * @throws AppError limit-reached where the workspace has 2,000 pictures or 500 MB of them
 */
export const createImage = (scope: Scope, image: Omit<Image, 'id' | 'createdAt'>): Promise<Image> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    // One at a time: two at once could both see room for one.
    await sql`select pg_advisory_xact_lock(hashtextextended('images:' || ${workspaceId}, 0))`
    const [kept] = await sql<{ count: number; bytes: number }[]>`
      select count(*)::int as count, coalesce(sum(bytes), 0)::float8 as bytes from images where workspace_id = ${workspaceId}`
    if (kept && (kept.count >= MOST || kept.bytes + image.bytes > MOST_BYTES))
      throw new AppError(
        'limit-reached',
        'There is no room for more pictures: delete some that no mail shows.',
      )
    const { token, name, alt, format, width, height, bytes } = image
    const [made] = await sql<Image[]>`
      insert into images (workspace_id, id, token, name, alt, format, width, height, bytes)
      values (${workspaceId}, ${newId()}, ${token}, ${name}, ${alt}, ${format}, ${width}, ${height}, ${bytes})
      returning ${imageColumns(tx)}`
    if (!made) throw new AppError('internal', 'The picture was not noted.')
    return made
  })
