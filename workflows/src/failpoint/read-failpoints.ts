import { AppError } from '@relance/core/error/app-error'

const ACTIONS = ['kill', 'throw', 'delay'] as const
/** As long as a slow commit on a busy disk. */
const DELAY_MS = 100

/** What happens at one failpoint, and how often. */
export interface Arming {
  action: (typeof ACTIONS)[number]
  /** Of one passing, 0 to 1. */
  probability: number
  delayMs: number
}

/**
 * Reads `name=action:probability,…`; a name may stand there more than once. Nothing armed for an empty text.
 * Throws AppError invalid naming the part it does not understand, so that no chaos run passes by being misspelt.
 */
export function readFailpoints<Name extends string>(
  spec: string | undefined,
  names: readonly Name[],
): Map<Name, Arming[]> {
  const armed = new Map<Name, Arming[]>()
  for (const part of spec ? spec.split(',') : []) {
    const [, wanted, does, often] = part.match(/^([\w.-]+)=(\w+):([\d.]+)$/) ?? []
    const name = names.find((known) => known === wanted)
    const action = ACTIONS.find((known) => known === does)
    const probability = Number(often)
    if (!name || !action || !(probability <= 1))
      throw new AppError('invalid', `RELANCE_FAILPOINTS: “${part}” names no failpoint or action.`)
    armed.set(name, [...(armed.get(name) ?? []), { action, probability, delayMs: DELAY_MS }])
  }
  return armed
}
