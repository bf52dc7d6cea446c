import type { Tx } from '../connection/scope'
import { EVERYTHING } from './live-segments'
import { refreshMembers } from './refresh-members'

/** Brings contacts whose past was brought in up to date with every segment; nobody is told. The caller wrote them. */
export const placeSilently = async (tx: Tx, contactIds: string[]): Promise<void> =>
  void (await Promise.all(
    [...new Set(contactIds)].map((contactId) =>
      refreshMembers(tx, { contactId, keys: [EVERYTHING], silent: true }),
    ),
  ))
