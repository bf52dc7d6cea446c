const KEY = 'relance.recent-steps'
const KEPT = 3

/** The step types added last, newest first. */
export function recentSteps(): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter((type) => typeof type === 'string') : []
}

/** Remembers a step type as the newest. */
export function rememberStep(type: string) {
  const kept = [type, ...recentSteps().filter((each) => each !== type)].slice(0, KEPT)
  localStorage.setItem(KEY, JSON.stringify(kept))
}
