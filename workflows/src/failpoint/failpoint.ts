import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Arming, readFailpoints } from './read-failpoints'

/** The moments at which a chaos run may strike: before and after each commit, and around what leaves the house. */
export const failpoints = [
  'react.before-commit',
  'react.after-commit',
  'enrol.before-commit',
  'enrol.after-commit',
  'burst.before-commit',
  'burst.after-commit',
  'lease.before-commit',
  'lease.after-commit',
  'relay.before-hand-over',
  'relay.before-commit',
  'relay.after-commit',
  'gate.before-commit',
  'gate.after-commit',
  'send.before',
  'send.after',
  'result.before-commit',
  'result.after-commit',
] as const
export type Failpoint = (typeof failpoints)[number]

/** What a strike without a kill looks like: as if the database had gone away at that moment. */
export class Struck extends Error {
  readonly code = '57P01'
  constructor(name: Failpoint) {
    super(`Struck at ${name}.`)
  }
}

const armed = readFailpoints(process.env.RELANCE_FAILPOINTS, failpoints)
const log = process.env.RELANCE_FAILPOINTS_LOG

function strike(name: Failpoint, { action, delayMs }: Arming): Promise<void> | undefined {
  // Written before the kill, and by the system call itself: the count survives the process.
  if (log) appendFileSync(log, `${name} ${action}\n`)
  if (action === 'delay') return pause(delayMs)
  if (action === 'throw') throw new Struck(name)
  process.kill(process.pid, 'SIGKILL')
  // The signal arrives while we wait: nothing after this line may run.
  return new Promise(() => undefined)
}

/**
 * A named moment. In a normal run, one call of an empty function. With RELANCE_FAILPOINTS (`name=kill:0.02,…`;
 * also `throw` and `delay`) it kills the process, throws or waits, as often as its probability says.
 * Each strike is a line in the file that RELANCE_FAILPOINTS_LOG names.
 */
export const failpoint: (name: Failpoint) => Promise<void> | undefined =
  armed.size === 0
    ? () => undefined
    : (name) => {
        const hit = armed.get(name)?.find(({ probability }) => Math.random() < probability)
        return hit && strike(name, hit)
      }

/** Whether anything is armed in this process. */
export const hasFailpoints = armed.size > 0
