import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Of a socket's path, in bytes: macOS takes 103, Linux 107. */
const LONGEST = 100
/** How Postgres names its socket, and the file that locks it. */
const START = '.s.PGSQL.'

/**
 * Makes way for Postgres' socket in a folder that nobody else uses, and tries whether one can be there.
 * @returns its path; undefined where it cannot: on Windows, where the path is too long, or where the folder lies on
 * something that holds no sockets, as some shared folders do
 */
export async function socketPath(folder: string, port: number): Promise<string | undefined> {
  const path = join(folder, `${START}${port}`)
  if (process.platform === 'win32' || Buffer.byteLength(path) > LONGEST) return undefined
  // Left behind by a kill; the number in a lock may belong to another program by now.
  for (const name of readdirSync(folder).filter((one) => one.startsWith(START)))
    rmSync(join(folder, name))
  return (await canListen(path)) ? path : undefined
}

async function canListen(path: string): Promise<boolean> {
  const trial = createServer()
  try {
    await once(trial.listen(path), 'listening')
  } catch {
    // Why does not matter: the database is then reached by its port alone.
    return false
  }
  // Removes its file as well.
  trial.close()
  await once(trial, 'close')
  return true
}
