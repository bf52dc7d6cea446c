import { useWorkspace } from '../../app/use-workspace'

/** The workspace's clock: its zone (IANA), and what it showed when it was last read. */
export interface Clock {
  timeZone: string
  now: string
}

export function useClock(): Clock {
  const workspace = useWorkspace()
  return {
    timeZone: workspace?.timeZone ?? 'UTC',
    now: workspace?.clock.now ?? new Date().toISOString(),
  }
}
