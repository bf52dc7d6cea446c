import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const works = (file: string, args: string[], timeout: number) =>
  run(file, args, { timeout, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).then(
    ({ stdout }) => stdout,
    () => null,
  )

/** So long the nearest archive has to hand over one small file, before we say that it is not reachable. */
const PROBE_MS = 700
const INSTALL_MS = 90_000

/**
 * Makes sure that a program of a Debian package is there, installing it where that can be done: on Debian, as root, with
 * its archive in reach. Where it cannot, that is known within about a second.
 * @returns null where the program is there; else why it is not
 */
export async function debianCommand(packageName: string, command: string): Promise<string | null> {
  const isThere = async () =>
    (await works('sh', ['-c', `command -v ${command}`], PROBE_MS)) !== null
  if (await isThere()) return null
  if (process.getuid?.() !== 0)
    return `${packageName} is not installed, and only root may install it`
  const planned = await works('apt-get', ['install', '-y', '--print-uris', packageName], 10_000)
  if (planned === null) return `${packageName} is no package that apt knows here`
  const files = [...planned.matchAll(/^'([^']+)' \S+ (\d+)/gm)]
  const [smallest] = files.sort((a, b) => Number(a[2]) - Number(b[2]))
  const probe = join(tmpdir(), `relance-apt-${process.pid}`)
  const fetched = await works(
    '/usr/lib/apt/apt-helper',
    ['download-file', smallest?.[1] ?? '', probe],
    PROBE_MS,
  )
  await rm(probe, { force: true })
  if (fetched === null) return `${packageName} is not installed, and apt’s archive is not reachable`
  await works('apt-get', ['install', '-y', '--no-install-recommends', packageName], INSTALL_MS)
  return (await isThere()) ? null : `${packageName} could not be installed`
}
