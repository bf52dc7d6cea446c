import { z } from 'zod'
import { graph, positions } from './graph'
import { flowSettings } from './settings'

/** A flow as it is being drawn. `revision` grows by one with each save. */
export const draft = z.object({
  flowId: z.uuid(),
  revision: z.int().min(0),
  graph,
  positions: positions.default({}),
  settings: flowSettings,
})
export type Draft = z.infer<typeof draft>

export const flowStatuses = ['draft', 'scheduled', 'live', 'paused', 'stopped'] as const
export type FlowStatus = (typeof flowStatuses)[number]
