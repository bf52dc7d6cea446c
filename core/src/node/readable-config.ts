import type { ExitSpec, NodeDefinition } from './definition'

/** The fields of a config that can be read by themselves; the others are as if not given. */
export function readableConfig(
  definition: NodeDefinition,
  config: Record<string, unknown>,
): Record<string, unknown> {
  const readable: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(definition.config.shape)) {
    const given = Object.hasOwn(config, field) ? config[field] : undefined
    const read = schema.safeParse(given)
    if (read.success && read.data !== undefined) readable[field] = read.data
  }
  return readable
}

/** The ways out of a node as configured so far; an unfinished config never throws. */
export const exitsOf = (definition: NodeDefinition, config: Record<string, unknown>): ExitSpec[] =>
  definition.exits(readableConfig(definition, config))
