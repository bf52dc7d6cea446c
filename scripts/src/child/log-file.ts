import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MAX_BYTES = 20_000_000

/** Opens `<data dir>/logs/<name>.log` for appending; one that has grown large becomes `.old.log`. */
export function openLog(dataDir: string, name: string) {
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.log`)
  if (existsSync(path) && statSync(path).size > MAX_BYTES) {
    renameSync(path, join(folder, `${name}.old.log`))
  }
  return { path, stream: createWriteStream(path, { flags: 'a' }) }
}
