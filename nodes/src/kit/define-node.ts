import type { NodeDefinition } from '@relance/core/node/definition'
import type { z } from 'zod'

/** Declares a node type; the compiler then knows its type name and its config. */
export const defineNode = <const Type extends string, Config extends z.ZodObject>(
  definition: NodeDefinition<Type, Config>,
): NodeDefinition<Type, Config> => definition
