import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { stopLeftovers } from '../child/stop-leftovers'
import { reasonOf } from '../config/reason-of'

/**
 * Makes the data folder, claims it for this process and ends what a killed start left running in it.
 * The claim is a socket, which the system releases however the process ends.
 * @returns a function that gives the claim up
 * @throws AppError conflict when another start uses the folder, invalid when it cannot be written
 */
export async function openDataDir(dataDir: string, say: (line: string) => void) {
  try {
    mkdirSync(dataDir, { recursive: true })
    // The database's user, who is not root, must be able to pass through; secrets have modes of their own.
    chmodSync(dataDir, 0o755)
  } catch (error) {
    throw new AppError('invalid', `RELANCE_DATA_DIR cannot be used: ${reasonOf(error)}.`)
  }
  const release = await claim(dataDir)
  const stopped = await stopLeftovers(dataDir)
  if (stopped > 0) say('Stopped what an earlier start had left running.')
  return release
}

async function claim(dataDir: string) {
  const path = socketPath(dataDir)
  if (await answers(path)) {
    const message = `Relance already runs on ${dataDir}; stop it, or choose another RELANCE_DATA_DIR.`
    throw new AppError('conflict', message)
  }
  rmSync(path, { force: true })
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve)
  })
  server.unref()
  return () => server.close()
}

/** Not in the data folder itself: a socket's path may not be longer than about 100 characters. */
function socketPath(dataDir: string) {
  const name = `relance-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
