import type { Database } from '../sweep/with-database'

const EVERY_MS = 5

/**
 * While `work` goes on, does again and again what an order's transaction does to rows a scoring writes; answers the
 * longest it had to wait, in ms.
 */
export async function longestWait(
  { scope, owner }: Database,
  work: () => Promise<unknown>,
): Promise<number> {
  const { workspaceId } = scope
  const [row] = await owner<{ ids: string[] }[]>`
    select coalesce(array_agg(contact_id), '{}') as ids from (
      select contact_id from orders where workspace_id = ${workspaceId} order by order_id limit 500) picked`
  const ids = row?.ids ?? []
  let isOver = false
  let longest = 0
  const touching = (async () => {
    for (let n = 0; !isOver; n++) {
      const id = ids[n % Math.max(1, ids.length)] ?? workspaceId
      const begin = performance.now()
      await owner`
        update contact_scores set scored_at = scored_at where workspace_id = ${workspaceId} and contact_id = ${id}`
      longest = Math.max(longest, performance.now() - begin)
      await new Promise((resume) => setTimeout(resume, EVERY_MS))
    }
  })()
  await work().finally(() => {
    isOver = true
  })
  await touching
  return longest
}
