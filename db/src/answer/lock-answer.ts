import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'

/** An answer, locked: whose run waits for it, and whether somebody has seen to it. Throws AppError not-found. */
export async function lockAnswer(
  { sql, workspaceId }: Tx,
  answerId: string,
): Promise<{ enrolmentId: string; isDone: boolean }> {
  const [answer] = await sql<{ enrolmentId: string; isDone: boolean }[]>`
    select enrolment_id as "enrolmentId", done_at is not null as "isDone" from answers
    where workspace_id = ${workspaceId} and id = ${answerId} for update`
  if (!answer) throw new AppError('not-found', 'This answer does not exist.')
  return answer
}
