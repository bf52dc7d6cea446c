import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { commandOf } from './command-of'

const running = z.object({ pid: z.int(), command: z.string(), stopSignal: z.string() })
const entries = z.array(running)
type Running = z.infer<typeof running>

const folder = (dataDir: string) => join(dataDir, 'run')

/** Notes which processes serve a data folder, so that a later start finds those a kill -9 left. */
export function writeRunFile(dataDir: string, name: string, pids: number[], stopSignal: string) {
  mkdirSync(folder(dataDir), { recursive: true })
  const known: Running[] = pids.flatMap((pid) => {
    const command = commandOf(pid)
    return command ? [{ pid, command, stopSignal }] : []
  })
  writeFileSync(join(folder(dataDir), `${name}.json`), JSON.stringify(known))
}

export function removeRunFile(dataDir: string, name: string) {
  rmSync(join(folder(dataDir), `${name}.json`), { force: true })
}

/** Processes an earlier start of this data folder left behind: same id and same command line. */
export function leftovers(dataDir: string): Running[] {
  mkdirSync(folder(dataDir), { recursive: true })
  return readdirSync(folder(dataDir))
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => read(join(folder(dataDir), file)))
    .filter(({ pid, command }) => commandOf(pid) === command)
}

function read(file: string): Running[] {
  try {
    return entries.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Killed while writing: the process it would name is found by its own lock, if it has one.
    return []
  }
}
