import type { Tx } from '../connection/scope'

/** A contact's scores as the API tells them. */
export interface ContactRfm {
  r: number
  f: number
  m: number
  /** R + F + M. */
  total: number
  /** Share of customers who are strictly worse, 0 up to 1. */
  percentile: number
  /** F × M. */
  currentValue: number
  /** R. */
  potentialValue: number
  /** ISO 8601: of the latest scoring of everybody, or of the order since. */
  asOf: string
}

/** The scores of the contact `c` as JSON, null for whoever has none. */
export const rfmJson = ({ sql }: Pick<Tx, 'sql'>) => sql`(
  select jsonb_build_object('r', x.r, 'f', x.f, 'm', x.m, 'total', x.r + x.f + x.m, 'percentile', x.percentile,
    'currentValue', x.f * x.m, 'potentialValue', x.r, 'asOf', to_char((
      case when x.live_build is not null then x.scored_at else (
        select b.as_of from score_state z join score_builds b on b.workspace_id = z.workspace_id and b.id = z.build_id
        where z.workspace_id = x.workspace_id) end) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from contact_scores x where x.workspace_id = c.workspace_id and x.contact_id = c.id)`
