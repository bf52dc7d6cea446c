import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pickPort } from './pick-port'

/**
 * The port a service of this data folder had the last time if it is free, so that bookmarks and
 * clients keep working; else the next free one, which is remembered instead. Call it for one
 * service after the other.
 * @param first the port to try when nothing is remembered; any free one when undefined
 */
export async function rememberedPort(dataDir: string, service: string, first: number | undefined) {
  const file = join(dataDir, 'ports.json')
  const ports = await readPorts(file)
  const port = await pickPort(ports[service] ?? first)
  if (port !== ports[service]) {
    await writeFile(file, `${JSON.stringify({ ...ports, [service]: port }, null, 2)}\n`)
  }
  return port
}

async function readPorts(file: string): Promise<Record<string, number>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const ports: unknown = JSON.parse(text)
  if (typeof ports !== 'object' || ports === null) return {}
  return Object.fromEntries(Object.entries(ports).filter(([, port]) => Number.isInteger(port)))
}
