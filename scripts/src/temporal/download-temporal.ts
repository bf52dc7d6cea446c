import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reasonOf } from '../config/reason-of'
import { root } from '../root'

const SITE = 'https://temporal.download'
const REACHED_WITHIN_MS = 5_000
const DOWNLOADED_WITHIN_MS = 300_000

/**
 * Lets Temporal's SDK download the CLI to `path`.
 * @throws Error soon when the site cannot be reached, and after five minutes in any case
 */
export async function downloadTemporal(path: string, say: (line: string) => void): Promise<void> {
  await reach()
  say('Downloading the Temporal server (once)…')
  mkdirSync(dirname(path), { recursive: true })
  const folder = mkdtempSync(`${path}.`)
  try {
    await runDownloader(folder)
    const [file] = readdirSync(folder)
    if (!file) throw new Error('the download left no file')
    renameSync(join(folder, file), path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reach() {
  try {
    await fetch(SITE, { method: 'HEAD', signal: AbortSignal.timeout(REACHED_WITHIN_MS) })
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    throw new Error(`${SITE} cannot be reached: ${reasonOf(cause)}`)
  }
}

/** A process of its own: the SDK's native code can be neither stopped nor limited in time. */
function runDownloader(folder: string): Promise<void> {
  const main = join(root, 'scripts', 'src', 'temporal', 'download-main.ts')
  const args = ['--import', 'tsx', main, folder]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOADED_WITHIN_MS,
    killSignal: 'SIGKILL',
  })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the download failed: ${reasonOf(words.trim() || 'it took too long')}`))
    })
  })
}
