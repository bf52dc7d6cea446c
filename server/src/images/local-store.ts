import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import type { ImageStore } from './image-store'

/** Pictures as files of one folder, made when it is first needed. */
export function localStore(folder: string): ImageStore {
  const put = async (name: string, bytes: Uint8Array) => {
    await mkdir(folder, { recursive: true })
    // Whoever asks meanwhile sees all of it or nothing.
    const unfinished = join(folder, `.${randomBytes(8).toString('hex')}`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, join(folder, name))
  }
  return {
    put,
    get: (name) =>
      readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
    remove: (name) => rm(join(folder, name), { force: true }),
    check: async () => {
      try {
        await put('.check', new Uint8Array([1]))
        await rm(join(folder, '.check'))
      } catch (cause) {
        throw new AppError(
          'invalid',
          `Pictures cannot be kept in ${folder}: it cannot be written to.`,
          {},
          { cause },
        )
      }
    },
  }
}
