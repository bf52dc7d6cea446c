import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const PNPM = 'pnpm@12.21.0'
const marker = join(root, 'node_modules', '.relance-installed')

/** What node_modules must have been made from: the lockfile, on this kind of machine. */
function wanted() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

/** Installs the dependencies when node_modules is missing or does not match the lockfile. */
export function install() {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted()) return
  console.log('Installing dependencies…')
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
  const isWindows = process.platform === 'win32'
  const result = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
  })
  if (result.status !== 0) {
    const why = result.error ? result.error.message : 'its output is above'
    console.error(`The dependencies could not be installed (${why}).`)
    process.exit(1)
  }
  writeFileSync(marker, wanted())
}
