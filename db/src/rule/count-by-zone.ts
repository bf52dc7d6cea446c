import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { compileCrowd } from './compile-crowd'
import type { RuleMoment } from './rule-moment'
import type { Besides } from './select-matching'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

/** For how many contacts of each time zone a rule holds at an instant; null stands for those who have none. */
export async function countByZone(
  tx: Tx,
  rule: Rule,
  { besides, ...asked }: RuleMoment & { besides?: Besides },
): Promise<Map<string | null, number>> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const { tables, source } = await compileCrowd(tx, rule, moment, params, { isWhole: true })
  const rows = await tx.sql.unsafe<{ zone: string | null; people: number }[]>(
    `${tables.length > 0 ? `with ${tables.join(', ')}` : ''}
     select c.time_zone as zone, count(*)::int as people ${source} ${besides ? `and ${besides(params)}` : ''}
     group by c.time_zone`,
    params.values,
    { prepare: true },
  )
  return new Map(rows.map(({ zone, people }) => [zone, people]))
}
