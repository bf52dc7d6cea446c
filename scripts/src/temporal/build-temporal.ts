import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { runQuietly } from './run-quietly'
import { SOURCE_FOLDER } from './temporal-source'

const PACKAGE = 'github.com/temporalio/cli/cmd/temporal'
const VERSION_WITHIN_MS = 10_000
const PROGRESS_EVERY_MS = 15_000

/**
 * Builds the CLI to `path` with Go, from the official source that scripts/temporal pins.
 * @throws Error when Go is missing or the build fails, with Go's last words
 */
export async function buildTemporal(path: string, say: (line: string) => void): Promise<void> {
  const go = await runQuietly('go', ['version'], VERSION_WITHIN_MS)
  if (!go) throw new Error('Go is not installed')
  say('Building the Temporal server from source with Go: about five minutes, once.')
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.part`
  try {
    await runGo(unfinished, say)
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** With `-v`, Go names each module it downloads and each package it compiles. */
function runGo(output: string, say: (line: string) => void): Promise<void> {
  const startedAt = Date.now()
  const args = ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', output, PACKAGE]
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' }
  const child = spawn('go', args, { cwd: SOURCE_FOLDER, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const counts = { downloaded: 0, compiled: 0 }
  const lastLines: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLines.push(line)
    if (lastLines.length > 5) lastLines.shift()
    if (line.startsWith('go: downloading ')) counts.downloaded++
    else counts.compiled++
  })
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    const { downloaded, compiled } = counts
    say(`  ${seconds} s: ${downloaded} modules downloaded, ${compiled} packages compiled`)
  }, PROGRESS_EVERY_MS)
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the build with Go failed: ${lastLines.join(' | ')}`))
    })
  }).finally(() => {
    clearInterval(progress)
    process.removeListener('exit', stop)
  })
}
