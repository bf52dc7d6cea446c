import { type Row, told } from '../part'
import { type Service, type System, services } from './start-system'
import { cpuSeconds } from './usage'

/** CPU milliseconds used since the meter began, by service. */
export type CpuUsed = Record<Service | 'bench', number>

/** Begins to measure; the answer says what each service has used since. */
export function cpuMeter({ pids }: Pick<System, 'pids'>): () => CpuUsed {
  const look = (): CpuUsed => ({
    worker: cpuSeconds(pids.worker) * 1000,
    postgres: cpuSeconds(pids.postgres) * 1000,
    server: cpuSeconds(pids.server) * 1000,
    temporal: cpuSeconds(pids.temporal) * 1000,
    sink: cpuSeconds(pids.sink) * 1000,
    bench: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  })
  const before = look()
  return () => {
    const used = look()
    for (const name of [...services, 'bench'] as const) used[name] -= before[name]
    return used
  }
}

/** One line a service: CPU milliseconds for each of `count` pieces of work. */
export const cpuRows = (used: CpuUsed, count: number, piece: string): Row[] =>
  [...services, 'bench' as const].map((name) =>
    told(`CPU a ${piece}: ${name}`, used[name] / count, 'ms'),
  )
