import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root'
import { type Counts, countPlaywright, countVitest } from './counts'

type Env = Record<string, string | undefined>

/** Runs the unit and integration tests; `env` tells them where the stack is. */
export function runVitest(env: Env): Promise<Counts> {
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  return report(countVitest, env, (file) => [
    ...[cli, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ])
}

/** Runs the browser tests; `env` tells them where the whole system is. */
export function runPlaywright(env: Env): Promise<Counts> {
  const cli = join(root, 'e2e/node_modules/@playwright/test/cli.js')
  const config = join(root, 'e2e/playwright.config.ts')
  return report(countPlaywright, env, () => [cli, 'test', '--config', config])
}

async function report(
  count: (report: unknown) => Counts,
  env: Env,
  args: (file: string) => string[],
) {
  const folder = mkdtempSync(join(tmpdir(), 'relance-report-'))
  const file = join(folder, 'report.json')
  try {
    const code = await run(args(file), { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
    if (!existsSync(file))
      return { passed: 0, failed: 1, failures: ['A run ended without a report.'] }
    const counts = count(JSON.parse(readFileSync(file, 'utf8')))
    return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(args: string[], env: Env): Promise<number | null> {
  const stdio = ['ignore', 'inherit', 'inherit'] as const
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: [...stdio],
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => process.removeListener('exit', stop))
}
