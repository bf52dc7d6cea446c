import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure, isTimeout } from '@relance/db/connection/passing-error'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import type { Engine } from '../burst/engine'

/** Says what is being worked on, once that is known. */
export type About = (subject: string, flowId?: string) => void

/**
 * Runs one piece of a loop's work. When it fails, that piece rests and is told of, and the others go on: one line
 * that takes too long must not hold up those behind it. The database being away is nobody's fault and thrown on.
 */
export async function restOnFailure(
  engine: Engine,
  workspaceId: string,
  queue: string,
  work: (about: About) => Promise<number>,
): Promise<number> {
  let about: { subject: string; flowId?: string } | undefined
  try {
    return await work((subject, flowId) => {
      about = { subject, flowId }
    })
  } catch (error) {
    if (!about || (isInfrastructure(error) && !isTimeout(error))) throw error
    const { subject, flowId } = about
    engine.meter.loopFailed(queue)
    engine.log.error({ workspaceId, queue, subject, flowId, err: error }, 'a piece of work failed')
    const message = error instanceof Error ? error.message : String(error)
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      noteTrouble(tx, { queue, subject, flowId, error: message }),
    )
    return 1
  }
}
