import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { root } from '../root'
import { hashFiles } from './hash-files'

const SOURCES = ['web', 'core', 'nodes', 'pnpm-lock.yaml'].map((name) => join(root, name))
const web = join(root, 'web')
const marker = join(web, 'dist', '.built-from')

/**
 * Builds the app's pages when their sources differ from what `web/dist` was made from.
 * @throws AppError internal with the last words of the build
 */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const hash = hashFiles(SOURCES)
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  say('Building the app’s pages…')
  await runVite()
  writeFileSync(marker, hash)
}

function runVite(): Promise<void> {
  const args = [join(web, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  const child = spawn(process.execPath, args, { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new AppError('internal', `The app’s pages could not be built:\n${words.trim()}`))
    })
  })
}
