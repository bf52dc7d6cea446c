import { type TraceReader, traceWords } from '@relance/core/words/trace-words'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { contactsById } from '@relance/db/contact/find-contacts'
import type { ExpectedPath, SavedCheck } from '@relance/db/saved-check/saved-check'
import type { CheckOutcome } from '@relance/workflows/checks/run-checks'
import { saidIn } from '../http/error-words'
import type { CheckAnswer, OutcomeAnswer } from './check-schemas'

/** Checks with their customers' names, and what they expect in the reader's words. */
export async function tellChecks(
  scope: Scope,
  checks: readonly SavedCheck[],
  reader: TraceReader,
): Promise<CheckAnswer[]> {
  const ids = [...new Set(checks.map(({ contactId }) => contactId))]
  const contacts = await inTransaction(scope, (tx) => contactsById(tx, ids))
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  return checks.map(({ id, name, compares, contactId, asked, expected, createdAt }) => {
    const contact = byId.get(contactId)
    const { firstName = null, lastName = null, email = null, externalId = null } = contact ?? {}
    return {
      ...{ id, name, compares, asked, createdAt, expected: tellLine(expected, reader) },
      contact: { id: contactId, firstName, lastName, email, externalId },
    }
  })
}

/** How a check came out, in the reader's words. */
export const tellOutcome = (
  { check, got, error, passes, differs }: CheckOutcome,
  reader: TraceReader,
): OutcomeAnswer => ({
  ...{ checkId: check.id, name: check.name, compares: check.compares, differs },
  outcome: passes === null ? 'not-walked' : passes ? 'passes' : 'fails',
  reason: error && saidIn(reader.language, error.message),
  expected: tellLine(check.expected, reader),
  got: got && tellLine(got, reader),
})

const tellLine = ({ refused, end, standing, steps }: ExpectedPath, reader: TraceReader) => ({
  refused: refused && traceWords(refused, reader),
  end: end && traceWords(end, reader),
  ...{ standing, steps },
})
