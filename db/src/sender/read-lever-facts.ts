import type { LeverFacts } from '@relance/core/sender/lever-scores'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'
import { RETURNED_MAIL } from '../event/apply-returned'

/** What the last four weeks say of how a workspace sends; see core's lever-scores.ts. */
export const readLeverFacts = (scope: Scope): Promise<Omit<LeverFacts, 'checks'>> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { now, timeZone } = await getClock(tx)
    const { sql, workspaceId } = tx
    const ours = [RETURNED_MAIL, 'relance']
    const [row] = await sql<Omit<LeverFacts, 'checks'>[]>`
      with days as materialized (
        select date_trunc('day', sent_at at time zone ${timeZone}) as day, sent_at > ${now}::timestamptz - interval '7 days' as is_late,
          count(*)::int as mails
        from messages where workspace_id = ${workspaceId} and sent_at > ${now}::timestamptz - interval '28 days' and sent_at <= ${now}
        group by 1, 2
      ), returned as materialized (
        -- The instant of storing chooses the index by name.
        select name, source, properties ->> 'bounce_class' as class from events
        where workspace_id = ${workspaceId} and name in ('Email Bounced', 'Email Marked as Spam')
          and stored_at > '-infinity' and at > ${now}::timestamptz - interval '7 days' and at <= ${now}
      ), refused as (
        select count(*) filter (where class = 'hard')::int as hard, count(*) filter (where class = 'blocked')::int as blocked,
          count(*) filter (where name = 'Email Marked as Spam' and source = ${RETURNED_MAIL})::int as complained,
          count(*) filter (where class is not null and source = 'relance')::int as at_once
        from returned where source = any(${ours}::text[])
      )
      -- What a server refused at once has never been sent, and was tried all the same.
      select coalesce((select sum(mails) from days where is_late), 0)::int + r.at_once as sent,
        r.hard as "hardBounced", r.blocked, r.complained,
        coalesce((select max(mails) from days where is_late), 0)::int as "largestDay",
        coalesce((select sum(mails) from days where not is_late), 0)::int / 21 as "usualDay"
      from refused r`
    return row ?? { sent: 0, hardBounced: 0, blocked: 0, complained: 0, largestDay: 0, usualDay: 0 }
  })
