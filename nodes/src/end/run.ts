import type { NodeRun } from '../kit/node-run'
import { endRun } from '../kit/step'
import type { end } from './definition'
import { reasonWord } from './reason-word'

export const runEnd: NodeRun<typeof end> = {
  enter: ({ as, reason }) => endRun(as, reason ? reasonWord(reason) : null),
}
