import type { Tx } from './scope'

/**
 * For transactions whose statements go over many rows: each is planned with the sizes of now, whole scans and joins of whole tables allowed.
 * Elsewhere a prepared statement keeps its plan, which is right for a row or two and wrong for a table that grows.
 */
export const planAfresh = async ({ sql }: Tx): Promise<void> =>
  void (await sql`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'on', true),
      set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)`)
