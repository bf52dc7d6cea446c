import type { ExitSpec, NodeDefinition } from '@relance/core/node/definition'

/** What the document needs to know of a step type: its ways out and what a fresh one holds. */
export interface StepKind extends Pick<NodeDefinition, 'type' | 'version' | 'category'> {
  defaults: Record<string, unknown>
  exits(config: Record<string, unknown>): ExitSpec[]
}

/** Finds a step type; undefined for one this version does not know. */
export type KindOf = (type: string) => StepKind | undefined

/** Exits that a new follower is joined to and a healed path leaves by: the first one that is not optional. */
export const mainExit = (kind: StepKind, config: Record<string, unknown>): string | null => {
  const exits = kind.exits(config)
  return (exits.find((exit) => !exit.optional) ?? exits[0])?.exit ?? null
}
