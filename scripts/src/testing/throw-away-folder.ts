import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new data folder for tests, which the database's user can pass through; `remove` when done. */
export function throwAwayFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'relance-test-'))
  chmodSync(dataDir, 0o755)
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}
