const KEY = 'relance.moved-by-hand'
const WISH = 'relance.keep-places'
/** Scenarios whose moved steps are remembered in this browser. */
const SCENARIOS = 40

type Moved = Record<string, string[]>

const read = (): Moved => JSON.parse(localStorage.getItem(KEY) ?? '{}')

/** Steps of a scenario that were put where they stand by hand, in this browser. */
export const movedByHand = (flowId: string): string[] => read()[flowId] ?? []

/** Remembers that steps were put somewhere by hand. */
export function rememberMoved(flowId: string, ids: string[]): void {
  if (ids.length === 0) return
  const { [flowId]: before = [], ...others } = read()
  const kept = Object.entries(others).slice(-(SCENARIOS - 1))
  const moved = [...new Set([...before, ...ids])]
  localStorage.setItem(KEY, JSON.stringify({ ...Object.fromEntries(kept), [flowId]: moved }))
}

/** Forgets them: the whole scenario has been laid out anew. */
export function forgetMoved(flowId: string): void {
  const { [flowId]: _, ...others } = read()
  localStorage.setItem(KEY, JSON.stringify(others))
}

/** Whether tidying leaves steps that were moved by hand where they are. */
export const keepsPlaces = (): boolean => localStorage.getItem(WISH) === 'yes'

/** Says so, from the next tidying on. */
export const keepPlaces = (keeps: boolean): void => localStorage.setItem(WISH, keeps ? 'yes' : 'no')
