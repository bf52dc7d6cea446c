import { definitionOf, type NodeCategory, type NodeDefinition } from '@relance/core/node/definition'
import { soundExits } from '@relance/core/node/sound-exits'
import { definitions } from '@relance/nodes/definitions'
import type { KindOf } from './document/step-kind'

/** As they are drawn: no config, however it came here, keeps the drawing from standing. */
const drawable: Record<string, NodeDefinition> = Object.fromEntries(
  Object.entries<NodeDefinition>(definitions).map(([type, definition]) => [
    type,
    { ...definition, exits: (config) => soundExits(definition, config) },
  ]),
)

/** Every step type this app knows, in the palette's order. */
export const stepTypes: NodeDefinition[] = Object.values(drawable)

export const stepType = (type: string): NodeDefinition | null => definitionOf(drawable, type)

/** Step types as the document's acts want them. */
export const kindOf: KindOf = (type) => stepType(type) ?? undefined

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
