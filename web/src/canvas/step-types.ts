import { definitionOf, type NodeCategory, type NodeDefinition } from '@relance/core/node/definition'
import { definitions } from '@relance/nodes/definitions'
import type { KindOf } from './document/step-kind'

/** Every step type this app knows, in the palette's order. */
export const stepTypes: NodeDefinition[] = Object.values(definitions)

export const stepType = (type: string): NodeDefinition | null => definitionOf(definitions, type)

/** Step types as the document's acts want them. */
export const kindOf: KindOf = (type) => {
  const definition = stepType(type)
  return definition ? { ...definition, exits: (config) => definition.exits(config) } : undefined
}

export const isTriggerType = (type: string) => stepType(type)?.category === 'trigger'

/** Palette groups from top to bottom; triggers come last, they are needed once. */
export const paletteGroups: NodeCategory[] = [
  'message',
  'time',
  'path',
  'data',
  'end',
  'custom',
  'trigger',
]
