import type { Draft } from '@relance/core/graph/draft'
import type { Graph } from '@relance/core/graph/graph'
import { flowSettings } from '@relance/core/graph/settings'
import { createFlow } from '@relance/db/flow/create-flow'
import { getDraft } from '@relance/db/flow/get-draft'
import { saveDraft } from '@relance/db/flow/save-draft'
import { type StartRequest, scheduleStart } from '@relance/db/scheduled-act/schedule-start'
import { compileDraft, planOrThrow } from '../compile/compile-draft'
import type { World } from './world'

/** A scenario whose people wait for so long and end, by which its versions are told apart. */
export const waiting = (length: string): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'wait', type: 'wait-duration', version: 1, config: { for: length, since: 'here' } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: length } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit: 'done', to: 'end' },
  ],
})

/** Draws it; answers the draft. */
export const drawn = (world: World, graph: Graph) =>
  createFlow(world.scope, {
    ...{ name: 'Test', graph, positions: {}, settings: flowSettings.parse({ goal: 'none' }) },
  })
/** Draws another graph in the place of a flow's. */
export const redraw = async (world: World, flowId: string, graph: Graph) =>
  saveDraft(world.scope, { ...(await getDraft(world.scope, flowId)), graph })

/** Schedules its start, as it is drawn now. */
export const startAt = async (
  world: World,
  draft: Draft,
  at: string,
  how: Partial<StartRequest> = {},
) => {
  const plan = planOrThrow(await compileDraft(world.scope, draft, 'en'))
  const chosen = { people: 'finish' as const, sendsForReal: false, ...how }
  await scheduleStart(world.scope, { draft, plan, at: new Date(at), ...chosen })
}
