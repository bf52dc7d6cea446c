import { execFile } from 'node:child_process'

/** A short command's output, or nothing when it fails, is missing or takes too long. */
export function runQuietly(command: string, args: string[], withinMs: number) {
  return new Promise<string | undefined>((resolve) => {
    execFile(command, args, { timeout: withinMs, encoding: 'utf8' }, (error, output) => {
      resolve(error ? undefined : output)
    })
  })
}
