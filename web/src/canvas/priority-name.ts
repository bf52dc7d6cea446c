import type { useWords } from '../words/use-words'

/** The priorities a scenario is given here; any other number is said as it is. */
export const priorities = [2, 1, 0, -1, -2] as const

const isNamed = (priority: number): priority is (typeof priorities)[number] =>
  (priorities as readonly number[]).includes(priority)

/** A priority in words. */
export const priorityName = (priority: number, t: ReturnType<typeof useWords>['t']): string =>
  isNamed(priority) ? t(`pressure.priority.${priority}`) : String(priority)
