import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { failQueued } from '@relance/db/event/fail-queued'
import { takeQueued } from '@relance/db/event/take-queued'
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
    if (isInfrastructure(error)) throw error
    for (const contactId of contactIds) await reactContact(engine, workspaceId, contactId)
  }
}

/**
 * Reacts to what is queued of one contact. A batch that fails is taken again one event at a time; an event that
 * fails five times is set aside with its error, and later ones go on.
 */
export async function reactContact(
  engine: Engine,
  workspaceId: string,
  contactId: string,
): Promise<void> {
  try {
    await react(engine, workspaceId, contactId, 500)
  } catch (error) {
    if (isInfrastructure(error)) throw error
    engine.log.warn(
      { workspaceId, contactId, err: error },
      'a batch of events failed; taking them singly',
    )
    await reactSingly(engine, workspaceId, contactId)
  }
}

const react = (engine: Engine, workspaceId: string, contactId: string, limit: number) =>
  withContacts((alsoLock) =>
    commitPoint('react', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      return lockAndReact(engine, tx, contactId, { alsoLock, limit })
    }),
  )

async function reactSingly(engine: Engine, workspaceId: string, contactId: string): Promise<void> {
  for (;;) {
    try {
      const { events } = await react(engine, workspaceId, contactId, 1)
      if (events === 0) return
    } catch (error) {
      if (isInfrastructure(error)) throw error
      const message = error instanceof Error ? error.message : String(error)
      await inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
        const [first] = await takeQueued(tx, contactId, 1)
        if (first) await failQueued(tx, first, message)
      })
    }
  }
}
