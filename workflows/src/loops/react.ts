import { inTransaction } from '@relance/db/connection/in-transaction'
import { contactsQueued } from '@relance/db/event/contacts-queued'
import { contactsApart } from '@relance/db/trouble/contacts-apart'
import { reactApart, reactContacts } from '../react/react-contact'
import { chunksOf, inParallel, type Loop } from './loop'

const BATCH = 128
/** Contacts brought up to date in one transaction. */
const TOGETHER = 64
const WIDTH = 2

/** Brings contacts up to date with accepted events, one contact at a time in one place. */
export const reactLoop: Loop = {
  queue: 'react',
  async work(engine, workspaceId) {
    const contacts = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      contactsQueued(tx, BATCH),
    )
    await inParallel(chunksOf(contacts, TOGETHER), WIDTH, (some) =>
      reactContacts(engine, workspaceId, some),
    )
    return contacts.length
  },
}

/** Takes those of whom something failed, in a loop of their own: what is slow or broken there holds up nobody else. */
export const reactApartLoop: Loop = {
  queue: 'react',
  async work(engine, workspaceId) {
    const contacts = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      contactsApart(tx, BATCH),
    )
    await inParallel(contacts, 2, (contact) => reactApart(engine, workspaceId, contact))
    return contacts.length
  },
}
