import type { Row } from '../part'
import type { ChaosStack } from './stack/chaos-stack'

/** What a scenario is given. */
export interface Chaos {
  stack: ChaosStack
  say: (line: string) => void
  /** 0 up to 1; the seed is printed. */
  random: () => number
  /** 1 for the whole run; less takes that share of the people, to try a scenario out. */
  scale: number
}

/** One way to break things, and what must be true afterwards. */
export interface Scenario {
  /** Also the name of its database and queue: lower-case, underscores. */
  name: string
  run(chaos: Chaos): Promise<Row[]>
}
