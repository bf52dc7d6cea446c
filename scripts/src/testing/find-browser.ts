import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { root } from '../root'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const DOWNLOAD_WITHIN_MS = 300_000

/**
 * A Chromium for the browser tests: RELANCE_CHROMIUM, one on PATH, Playwright's own; else Playwright
 * downloads one, or root installs Debian's.
 * @throws AppError unavailable, naming these ways, when none works
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const chosen = process.env.RELANCE_CHROMIUM
  if (chosen && existsSync(chosen)) return chosen
  if (chosen) throw new AppError('invalid', `RELANCE_CHROMIUM: there is no file ${chosen}.`)
  const found = onPath(NAMES) ?? (await playwrightsOwn())
  if (found) return found
  say('Downloading a browser for the tests (once)…')
  const cli = join(root, 'e2e/node_modules/@playwright/test/cli.js')
  run(process.execPath, [cli, 'install', 'chromium'], DOWNLOAD_WITHIN_MS)
  const downloaded = await playwrightsOwn()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    say('Installing Debian’s chromium…')
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
  }
  const installed = onPath(NAMES)
  if (installed) return installed
  const message = 'The browser tests need Chromium. Install chromium or google-chrome, or set'
  throw new AppError('unavailable', `${message} RELANCE_CHROMIUM to its path.`)
}

/** Full path of the first of these programs that is on PATH. */
export function onPath(names: string[], path = process.env.PATH ?? ''): string | undefined {
  const folders = path.split(delimiter).filter(Boolean)
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return files.find((file) => existsSync(file))
}

async function playwrightsOwn(): Promise<string | undefined> {
  const entry = join(root, 'e2e/node_modules/@playwright/test/index.mjs')
  const { chromium } = await import(pathToFileURL(entry).href)
  const path: string = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function run(command: string, args: string[], timeout?: number) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { env, timeout, stdio: ['ignore', 'inherit', 'inherit'] })
}
