import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure, isTimeout } from '@relance/db/connection/passing-error'
import { failQueued } from '@relance/db/event/fail-queued'
import { takeQueued } from '@relance/db/event/take-queued'
import { endTrouble, noteTrouble } from '@relance/db/trouble/note-trouble'
import type { Engine } from '../burst/engine'
import { commitPoint } from '../failpoint/commit-point'
import { lockAndReact, lockAndReactAll, withContacts } from './lock-and-react'

/** Of each contact in one transaction of many: a flood must not hold the others' locks. */
const FEW = 50

/** Reacts to what is queued of some contacts, in one transaction; one by one when that fails. */
export async function reactContacts(
  engine: Engine,
  workspaceId: string,
  contactIds: string[],
): Promise<void> {
  try {
    await withContacts((alsoLock) =>
      commitPoint('react', { workspaceId, sql: engine.sql }, async (tx) => {
        await shareWorkspace(tx)
        await lockAndReactAll(engine, tx, contactIds, { alsoLock, limit: FEW })
      }),
    )
  } catch (error) {
    if (isInfrastructure(error) && !isTimeout(error)) throw error
    for (const contactId of contactIds) await reactContact(engine, workspaceId, contactId)
  }
}

/**
 * Reacts to what is queued of one contact. When that fails, the contact is taken apart from the others, one event
 * at a time: see reactApart.
 */
export async function reactContact(
  engine: Engine,
  workspaceId: string,
  contactId: string,
): Promise<void> {
  try {
    await react(engine, workspaceId, contactId, 500)
  } catch (error) {
    if (isInfrastructure(error) && !isTimeout(error)) throw error
    engine.log.warn(
      { workspaceId, contactId, err: error },
      'a batch of events failed; taking them apart',
    )
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      noteTrouble(tx, {
        queue: 'react',
        subject: contactId,
        error: messageOf(error),
        rests: isTimeout(error),
      }),
    )
  }
}

const react = (engine: Engine, workspaceId: string, contactId: string, limit: number) =>
  withContacts((alsoLock) =>
    commitPoint('react', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      return lockAndReact(engine, tx, contactId, { alsoLock, limit })
    }),
  )

/** Events taken singly in one turn, so that no turn is long. */
const TURN = 100

/**
 * Reacts to what is queued of a contact of which something failed, one event at a time. An event that fails five
 * times is set aside with its error, and later ones go on; one that takes too long is tried again after a rest.
 * @param subject whom it was noted of, and who they have become since by joining somebody
 */
export async function reactApart(
  engine: Engine,
  workspaceId: string,
  { subject, contactId }: { subject: string; contactId: string },
): Promise<void> {
  const scope = { workspaceId, sql: engine.sql }
  for (let n = 0; n < TURN; n++) {
    try {
      const { events } = await react(engine, workspaceId, contactId, 1)
      if (events > 0) continue
      return await inTransaction(scope, (tx) => endTrouble(tx, 'react', subject))
    } catch (error) {
      if (isInfrastructure(error) && !isTimeout(error)) throw error
      await inTransaction(scope, async (tx) => {
        const [first] = await takeQueued(tx, contactId, 1)
        if (first) await failQueued(tx, first, messageOf(error))
        if (isTimeout(error))
          await noteTrouble(tx, { queue: 'react', subject, error: messageOf(error) })
      })
      if (isTimeout(error)) return
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
