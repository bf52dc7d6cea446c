import { sql } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** An instant, to the millisecond in our code; always with its zone in the database. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Raw bytes: hashes, secrets, pieces of a file. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** Marks a column that may be left out of an insert: the migrations say what it is then. */
export const byDatabase = sql`default`
