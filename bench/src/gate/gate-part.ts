import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { askGate } from '@relance/workflows/gate/ask-gate'
import { atMost, exactly, type Part, type Row } from '../part'
import { percentile } from '../percentile'
import { withDatabase } from '../sweep/with-database'
import { makeCompetingPeople } from './competing-people'

const PEOPLE = 1_000
/** As many as the engine asks about in one transaction. */
const TOGETHER = 32
const WARM_UP = 64

/** What asking costs, where ten scenarios want to write to each of a thousand people at their limit. */
export const gatePart: Part = {
  name: 'gate',
  about: `${PEOPLE.toLocaleString('en')} people at their limit, ten scenarios competing for each`,
  run: (say) =>
    withDatabase(say, async (database) => {
      const now = new Date()
      const people = await makeCompetingPeople(database, PEOPLE, now)
      const ask = asker(database.scope, now)
      for (const person of people.slice(0, WARM_UP)) await ask([person])
      const half = people.slice(WARM_UP, PEOPLE / 2)
      const singly: Asked[] = []
      for (const person of half) singly.push(await ask([person]))
      const batches: Asked[] = []
      for (let n = PEOPLE / 2; n < PEOPLE; n += TOGETHER)
        batches.push(await ask(people.slice(n, n + TOGETHER)))
      return rowsOf(singly, batches)
    }),
}

interface Asked {
  /** Milliseconds a person. */
  each: number
  held: number
  people: number
}

const asker = (scope: Scope, now: Date) => (people: string[]) =>
  inTransaction(scope, async (tx): Promise<Asked> => {
    // The transaction is open before the clock runs.
    await tx.sql`select 1`
    const began = performance.now()
    const answers = await Promise.all(
      people.map((contactId) =>
        askGate(tx, {
          ...{ contactId, channel: 'email', typology: 'loyalty', now, timeZone: 'Europe/Paris' },
          ...{ quietHours: null, topic: null, repliedAt: null },
          asks: { run: { enrolmentId: newId(), priority: 0 }, pending: [] },
        }),
      ),
    )
    const each = (performance.now() - began) / people.length
    return { each, held: answers.filter(isHeld).length, people: people.length }
  })

const isHeld = ({ look }: Awaited<ReturnType<typeof askGate>>) => look.reason === 'cap'

function rowsOf(singly: Asked[], batches: Asked[]): Row[] {
  const all = [...singly, ...batches]
  const sum = (of: (asked: Asked) => number) => all.reduce((total, one) => total + of(one), 0)
  const median = (asked: Asked[]) =>
    percentile(
      asked.map(({ each }) => each),
      0.5,
    )
  return [
    atMost(`the gate, ${TOGETHER} asked together, each, median`, median(batches), 1, 'ms'),
    atMost('the gate, asked about one alone, median', median(singly), 2, 'ms'),
    exactly(
      'held by the limit',
      sum(({ held }) => held),
      sum(({ people }) => people),
      '',
    ),
  ]
}
