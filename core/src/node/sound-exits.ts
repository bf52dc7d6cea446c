import type { ExitSpec, NodeDefinition } from './definition'
import { exitsOf } from './readable-config'

const isSound = ({ exit, label }: ExitSpec) =>
  typeof exit === 'string' && typeof label.en === 'string' && typeof label.fr === 'string'

/**
 * The ways out of a node to be drawn, whatever its config holds: as it stands, since a rule that is being written is not
 * to lose its paths; by what of it can be read where that gives none.
 */
export function soundExits(
  definition: NodeDefinition,
  config: Record<string, unknown>,
): ExitSpec[] {
  return asItStands(definition, config) ?? exitsOf(definition, config)
}

/** Null where the config is no such one; what is wrong with it is a problem of the scenario, told there. */
function asItStands(definition: NodeDefinition, config: Record<string, unknown>) {
  try {
    const exits = definition.exits(config)
    return exits.every(isSound) ? exits : null
  } catch {
    return null
  }
}
