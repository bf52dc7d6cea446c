import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@relance/scripts/root'
import { machine } from './machine'
import type { Row } from './part'

/** Keeps a part's figures as `bench/results/<name>.json`, with the machine and the moment. */
export function writeResults(name: string, at: Date, rows: Row[]): void {
  const folder = join(root, 'bench/results')
  mkdirSync(folder, { recursive: true })
  const result = { machine: machine(), at: at.toISOString(), rows }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
}
