import type { Tx } from '../connection/scope'

export interface TroubleNote {
  /** The loop's queue. */
  queue: string
  /** The one piece of work that failed; left out: the loop itself. */
  subject?: string
  flowId?: string
  error: string
  /** False: it may be tried again at once, elsewhere. */
  rests?: boolean
}

/**
 * Notes, in a transaction of its own, that a loop could not do something. The piece of work rests, twice as long
 * each time, from 10 s up to 10 min; a failure long after the last begins the story anew. How often it has failed.
 */
export async function noteTrouble(
  tx: Tx,
  { queue, subject = '', flowId, error, rests = true }: TroubleNote,
): Promise<number> {
  const [row] = await tx.sql<{ times: number }[]>`
    insert into troubles as t (workspace_id, queue, subject, flow_id, error, rest_until)
    values (${tx.workspaceId}, ${queue}, ${subject}, ${flowId ?? null}, left(${error}, 2000),
      clock_timestamp() + ${rests ? '10 seconds' : '0'}::interval)
    on conflict (workspace_id, queue, subject) do update set
      flow_id = excluded.flow_id, error = excluded.error, last_at = clock_timestamp(),
      since = case when ${isOver(tx)} then clock_timestamp() else t.since end,
      times = case when ${isOver(tx)} then 1 else t.times + 1 end,
      rest_until = clock_timestamp() + case when not ${rests} then interval '0' when ${isOver(tx)} then interval '10 seconds'
        else make_interval(secs => least(600, 10 * power(2, least(t.times, 10)))) end
    returning times`
  return row?.times ?? 0
}

/** The next try after the rest has gone well, or nobody has tried for long. */
const isOver = ({ sql }: Tx) => sql`t.rest_until < clock_timestamp() - interval '5 minutes'`

/** What is over is over: the piece of work was done. */
export const endTrouble = async (tx: Tx, queue: string, subject: string): Promise<void> =>
  void (await tx.sql`
    delete from troubles where workspace_id = ${tx.workspaceId} and queue = ${queue} and subject = ${subject}`)
