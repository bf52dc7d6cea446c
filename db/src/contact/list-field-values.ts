import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'

const MOST = 200
/** Visits that are looked through for sections. */
const VISITS = 2000

const columnOf: Readonly<Record<string, 'category' | 'brand' | 'creator'>> = {
  favouriteCategory: 'category',
  interests: 'category',
  favouriteBrand: 'brand',
  favouriteCreator: 'creator',
}

/** Values a field of ours may have, to propose while a rule is written: of the catalogue, or of the last visits. */
export const listFieldValues = (scope: Scope | Tx, field: string): Promise<string[]> =>
  inTransaction(scope, async (tx) => {
    if (field === 'sectionsSeen' || field === 'lastSection') return sections(tx)
    const column = Object.hasOwn(columnOf, field) ? columnOf[field] : undefined
    if (!column) return []
    await planAfresh(tx)
    const rows = await tx.sql<{ value: string }[]>`
      select distinct ${tx.sql(column)} as value from products
      where workspace_id = ${tx.workspaceId} and ${tx.sql(column)} <> '' order by 1 limit ${MOST}`
    return rows.map(({ value }) => value)
  })

async function sections(tx: Tx): Promise<string[]> {
  await planAfresh(tx)
  const rows = await tx.sql<{ value: string }[]>`
    select distinct k.key as value from (
      select sections from web_sessions where workspace_id = ${tx.workspaceId} order by id desc limit ${VISITS}) w
    cross join jsonb_object_keys(w.sections) as k(key) order by 1 limit ${MOST}`
  return rows.map(({ value }) => value)
}
