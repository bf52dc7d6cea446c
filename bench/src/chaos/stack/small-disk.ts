import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '@relance/scripts/config/reason-of'
import { giveTo } from '@relance/scripts/postgres/cluster'
import { postgresUser } from '@relance/scripts/postgres/postgres-user'

/** A file system of its own that can be full. */
export interface SmallDisk {
  path: string
  /** Leaves not a byte. */
  fill(): void
  empty(): void
  remove(): void
}

/** Appends so many bytes; false when there is no room. */
function fits(file: string, bytes: number): boolean {
  try {
    appendFileSync(file, Buffer.alloc(bytes))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}

/** Mounts one in memory, for Postgres to use; the reason in words where this machine does not let us. */
export function makeSmallDisk(folder: string, megabytes: number): SmallDisk | { reason: string } {
  const path = join(folder, 'small-disk')
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'pipe',
    })
  } catch (error) {
    return { reason: reasonOf(error) }
  }
  const space = join(path, 'space')
  mkdirSync(space, { mode: 0o700 })
  giveTo(space, postgresUser())
  giveTo(path, postgresUser())
  const ballast = join(path, 'ballast')
  return {
    path: space,
    fill() {
      // Until it is refused, not by what was free a moment ago: Postgres writes meanwhile.
      for (const size of [1 << 20, 1 << 12]) {
        while (fits(ballast, size));
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => execFileSync('umount', ['-l', path]),
  }
}
