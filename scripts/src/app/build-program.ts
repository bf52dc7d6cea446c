import { AppError } from '@relance/core/error/app-error'
import { buildPrograms } from '../../lib/build-programs.mjs'

/** Bundles one entry (`server/src/main.ts`) as services are; the path of the file to run. Throws what esbuild throws. */
export async function buildProgram(entry: string): Promise<string> {
  const [file] = await buildPrograms(entry)
  if (file === undefined) throw new AppError('internal', `${entry} was not bundled.`)
  return file
}
