import { databaseAddress } from '@relance/core/database/database-address'
import { AppError } from '@relance/core/error/app-error'
import postgres from 'postgres'
import { reasonOf } from './reason-of'

const CONNECT_WITHIN_SECONDS = 10

/**
 * Connects once and asks for the right that migrations need.
 * @throws AppError invalid, in one line that starts with DATABASE_URL
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const { url, path } = databaseAddress(databaseUrl)
  const sql = postgres(url, { path, max: 1, connect_timeout: CONNECT_WITHIN_SECONDS })
  try {
    const [row] = await sql`select has_database_privilege(current_database(), 'create') as may`
    if (!row?.may) throw new Error('this user may not create schemas in the database')
  } catch (error) {
    throw new AppError('invalid', `DATABASE_URL does not work: ${reasonOf(error)}.`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
