import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { createImport } from '../import/create-import'
import { upsertProducts } from '../product/upsert-products'
import { sampleProducts } from './catalogue'

/** The repository's own copy of the CDNOW data set: see the README beside it. */
export const CDNOW_FILE = fileURLToPath(new URL('../../sample/cdnow.txt', import.meta.url))

/**
 * Gives a workspace a small catalogue at once, and the CDNOW customers with their orders as an import, which a
 * worker reads. Doing it twice changes nothing.
 */
export async function seedDemo(scope: Scope): Promise<{ importId: string }> {
  await inTransaction(scope, (tx) => upsertProducts(tx, [...sampleProducts]))
  const bytes = await readFile(CDNOW_FILE)
  const { id } = await createImport(scope, { kind: 'cdnow', fileName: 'cdnow.txt', bytes })
  return { importId: id }
}
