import { z } from 'zod'
import type { Definitions, NodeDefinition } from '../node/definition'

const base = {
  version: 1,
  icon: 'circle',
  about: { en: '', fr: '' },
  keywords: [],
  config: z.object({}),
  defaults: {},
  fields: {},
  summary: { en: 'Step', fr: 'Étape' },
} satisfies Partial<NodeDefinition>

const exitsNamed = (...names: string[]) =>
  names.map((exit) => ({ exit, label: { en: exit, fr: exit } }))
const titled = (en: string) => ({ title: { en, fr: en } })

/** The smallest node types that can draw any shape: a start, a step, a wait, a fork of three, an end. */
export const fixtureDefinitions: Definitions = {
  start: {
    ...base,
    ...titled('Start'),
    type: 'start',
    category: 'trigger',
    exits: () => exitsNamed('entered'),
  },
  step: {
    ...base,
    ...titled('Step'),
    type: 'step',
    category: 'message',
    exits: () => exitsNamed('done'),
  },
  pause: {
    ...base,
    ...titled('Pause'),
    type: 'pause',
    category: 'time',
    exits: () => exitsNamed('done'),
    waits: true,
  },
  fork: {
    ...base,
    ...titled('Fork'),
    type: 'fork',
    category: 'path',
    exits: () => [
      ...exitsNamed('a', 'b'),
      { exit: 'c', label: { en: 'c', fr: 'c' }, optional: true },
    ],
  },
  stop: { ...base, ...titled('Stop'), type: 'stop', category: 'end', exits: () => [] },
}
