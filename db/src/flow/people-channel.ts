import type { PersonHere } from '@relance/core/draft/link-messages'
import type { Sql } from '../connection/connect'

const CHANNEL = 'draft_people'
/** Postgres carries 8,000 bytes. */
const MOST_BYTES = 7_900

/** Who has a draft open in one process. */
export interface PeopleThere {
  /** The process that tells it. */
  process: string
  workspaceId: string
  flowId: string
  people: PersonHere[]
  /** It does not know yet who is elsewhere: the others are to tell theirs. */
  asks: boolean
}

/** Tells every process who has a draft open in this one. Of more people than a notification holds, the first are told. */
export async function tellPeople(sql: Sql, there: PeopleThere): Promise<void> {
  let people = there.people
  let text = JSON.stringify(there)
  while (Buffer.byteLength(text) > MOST_BYTES) {
    people = people.slice(0, -1)
    text = JSON.stringify({ ...there, people })
  }
  await sql`select pg_notify(${CHANNEL}, ${text})`
}

/** Hears who has which draft open in any process, this one included. `onBack`: listening (again). Answers how to stop. */
export async function hearPeople(
  sql: Sql,
  onPeople: (there: PeopleThere) => void,
  onBack: () => void,
): Promise<() => Promise<void>> {
  const hear = (text: string) => onPeople(JSON.parse(text) as PeopleThere)
  const { unlisten } = await sql.listen(CHANNEL, hear, onBack)
  return unlisten
}
