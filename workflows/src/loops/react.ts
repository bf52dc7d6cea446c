import { inTransaction } from '@relance/db/connection/in-transaction'
import { contactsQueued } from '@relance/db/event/contacts-queued'
import { reactContact } from '../react/react-contact'
import { inParallel, type Loop } from './loop'

const BATCH = 64
const WIDTH = 8

/** Brings contacts up to date with accepted events, one contact at a time in one place. */
export const reactLoop: Loop = {
  queue: 'react',
  async work(engine, workspaceId) {
    const contacts = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      contactsQueued(tx, BATCH),
    )
    await inParallel(contacts, WIDTH, (contactId) => reactContact(engine, workspaceId, contactId))
    return contacts.length
  },
}
