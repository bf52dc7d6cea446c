import { flowSettings } from '@relance/core/graph/settings'
import type { ExitSpec } from '@relance/core/node/definition'
import type { DraftContent } from './draft-content'
import { DraftDocument } from './draft-document'
import type { KindOf, StepKind } from './step-kind'

const exitsOf = (...exits: string[]): ExitSpec[] =>
  exits.map((exit) => ({ exit, label: { en: exit, fr: exit } }))

const kind = (
  type: string,
  category: StepKind['category'],
  exits: ExitSpec[],
  defaults = {},
): StepKind => ({
  type,
  version: 1,
  category,
  defaults,
  exits: () => exits,
})

const kinds: Record<string, StepKind> = {
  start: kind('start', 'trigger', exitsOf('entered')),
  mail: kind('mail', 'message', exitsOf('sent'), { template: undefined }),
  wait: kind('wait', 'time', exitsOf('done'), { for: 'P1D' }),
  ask: kind('ask', 'path', exitsOf('yes', 'no')),
  split: kind('split', 'path', exitsOf('a', 'b')),
  end: kind('end', 'end', []),
}

/** Step types for tests of the document, told by their shape alone. */
export const testKindOf: KindOf = (type) => kinds[type]
export const testKind = (type: string): StepKind => {
  const found = kinds[type]
  if (!found) throw new Error(`no kind ${type}`)
  return found
}

/** start → mail → ask, whose `yes` leads to an end and `no` to a wait. */
export const testContent = (): DraftContent => {
  const node = (id: string, type: string) => ({ id, type, version: 1, config: {} })
  const edge = (from: string, exit: string, to: string) => ({ from, exit, to })
  return {
    nodes: {
      start: node('start', 'start'),
      mail: node('mail', 'mail'),
      ask: node('ask', 'ask'),
      finish: node('finish', 'end'),
      wait: node('wait', 'wait'),
    },
    edges: {
      'start:entered': edge('start', 'entered', 'mail'),
      'mail:sent': edge('mail', 'sent', 'ask'),
      'ask:yes': edge('ask', 'yes', 'finish'),
      'ask:no': edge('ask', 'no', 'wait'),
    },
    positions: {
      start: { x: 0, y: 0 },
      mail: { x: 0, y: 128 },
      ask: { x: 0, y: 256 },
      finish: { x: -160, y: 416 },
      wait: { x: 160, y: 416 },
    },
    settings: flowSettings.parse({}),
  }
}

/** A document over it with a clock that moves when told. */
export function testDocument() {
  const clock = { now: 1_000 }
  return { document: new DraftDocument(testContent(), { now: () => clock.now }), clock }
}
