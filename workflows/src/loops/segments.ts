import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure, isTimeout } from '@relance/db/connection/passing-error'
import { fillSegment } from '@relance/db/segment/fill-segment'
import { contactsToCheck, takeChecks } from '@relance/db/segment/member-checks'
import { refreshMembers } from '@relance/db/segment/refresh-members'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import type { Engine } from '../burst/engine'
import { lockAndReactAll, withContacts } from '../react/lock-and-react'
import { chunksOf, inParallel, type Loop } from './loop'
import { restOnFailure } from './rest-on-failure'

const LOOK = 400
const TOGETHER = 50
const WIDTH = 2

/** Gathers the members of new rules, and forgets those of archived segments, batch by batch. */
export const fillLoop: Loop = {
  queue: 'fill',
  work: (engine, workspaceId) =>
    restOnFailure(engine, workspaceId, 'fill', (about) =>
      inTransaction({ workspaceId, sql: engine.sql }, (tx) => fillSegment(tx, about)),
    ),
}

/** Asks those again whom time alone may have moved in or out, and those who were changed in passing. */
export const segmentLoop: Loop = {
  queue: 'segments',
  async work(engine, workspaceId) {
    const contacts = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      contactsToCheck(tx, LOOK),
    )
    await inParallel(chunksOf(contacts, TOGETHER), WIDTH, (chunk) =>
      checkOrRest(engine, workspaceId, chunk),
    )
    return contacts.length
  },
}

/** Those of a batch that fails are taken singly; one that fails alone rests, and is told of. */
async function checkOrRest(engine: Engine, workspaceId: string, contactIds: string[]) {
  try {
    await check(engine, workspaceId, contactIds)
  } catch (error) {
    if (isInfrastructure(error) && !isTimeout(error)) throw error
    const [contactId] = contactIds
    if (contactIds.length > 1 || !contactId) {
      for (const single of contactIds) await checkOrRest(engine, workspaceId, [single])
      return
    }
    engine.meter.loopFailed('segments')
    engine.log.error({ workspaceId, contactId, err: error }, 'segments could not ask a contact')
    const message = error instanceof Error ? error.message : String(error)
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      noteTrouble(tx, { queue: 'segments', subject: contactId, error: message }),
    )
  }
}

const check = (engine: Engine, workspaceId: string, contactIds: string[]): Promise<void> =>
  withContacts((alsoLock) =>
    inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      await lockAndReactAll(engine, tx, contactIds, { alsoLock })
      const checks = await takeChecks(tx, contactIds)
      await Promise.all(checks.map((one) => refreshMembers(tx, one)))
    }),
  )
