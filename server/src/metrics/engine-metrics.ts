import { queueNames } from '@relance/core/words/queue-words'
import { Gauge, Registry } from 'prom-client'
import { type Seen, SILENT_AFTER_S } from '../health/watch'

/**
 * What one look at the database tells, in Prometheus' text format; all workspaces together, no ids.
 * @param seen null where the database is away: then that is all there is to tell
 */
export function engineMetrics(seen: Seen | null): Promise<string> {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  gauge('relance_database_up', 'Whether the database answers').set(seen ? 1 : 0)
  if (!seen) return registry.metrics()

  const oldest = gauge(
    'relance_queue_oldest_seconds',
    'How long the oldest piece of work of a queue has waited; 0 where it is empty',
    ['queue'],
  )
  const stuck = gauge(
    'relance_queue_stuck',
    'Workspaces in which a queue holds work and does not move',
    ['queue'],
  )
  for (const name of queueNames) {
    const here = seen.queues.filter(({ queue }) => queue === name)
    oldest.set({ queue: name }, Math.max(0, ...here.map(({ seconds }) => seconds)))
    stuck.set({ queue: name }, here.filter(({ stuckFor }) => stuckFor !== null).length)
  }

  const working = seen.workers.filter(({ beatAge }) => beatAge <= SILENT_AFTER_S)
  gauge('relance_workers', 'Workers heard of in the last 15 seconds').set(working.length)
  const [latest] = seen.workers
  if (latest) {
    gauge('relance_worker_beat_age_seconds', 'Since any worker said that it lives').set(
      latest.beatAge,
    )
  }
  const late = gauge(
    'relance_recent_timer_lateness_seconds',
    'How late waits ended in the last five minutes; the worst worker’s',
    ['quantile'],
  )
  for (const [quantile, of] of [
    ['0.5', 'p50'],
    ['0.99', 'p99'],
  ] as const) {
    const values = working.flatMap(({ figures }) => figures?.timers[of] ?? [])
    if (values.length > 0) late.set({ quantile }, Math.max(...values))
  }
  return registry.metrics()
}
