import type { Tx } from '../connection/scope'

/** Writes what a run waits for: the latest of its answers that is open. The caller holds the workspace. */
export const waitForAnswers = async (
  { sql, workspaceId }: Tx,
  enrolmentId: string,
): Promise<void> =>
  void (await sql`
    update enrolments set replied_at = (select max(a.received_at) from answers a
      where a.workspace_id = ${workspaceId} and a.enrolment_id = ${enrolmentId} and a.done_at is null)
    where workspace_id = ${workspaceId} and id = ${enrolmentId}`)
