import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Image, imageColumns } from './image'

/** The pictures, newest first, a page at a time; `cursor` is the last id of the page before. */
export const listImages = (
  scope: Scope,
  { cursor = null, limit }: { cursor?: string | null; limit: number },
): Promise<{ items: Image[]; next: string | null }> =>
  inTransaction(scope, async (tx) => {
    // Ids begin with their time.
    const items = await tx.sql<Image[]>`
      select ${imageColumns(tx)} from images
      where workspace_id = ${tx.workspaceId} and (${cursor}::uuid is null or id < ${cursor}::uuid)
      order by id desc limit ${limit}`
    return {
      items: [...items],
      next: items.length === limit ? (items.at(-1)?.id ?? null) : null,
    }
  })
