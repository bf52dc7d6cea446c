import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { identify } from './incoming'
import { send, startWorld, type World } from './world'

/** A workspace of Paris on the Sunday before a newsletter's Monday. */
export async function startOnSunday(): Promise<World> {
  const world = await startWorld('2026-03-01T10:00:00Z')
  await updateWorkspace(world.scope, { timeZone: 'Europe/Paris' })
  return world
}

/** One mail to an audience, as a drawing; `config` is of its start. */
export const newsletterOf = (
  { templateId }: World,
  config: Record<string, unknown>,
  type = 'on-schedule',
) => ({
  nodes: [
    { id: 'start', type, version: 1, config },
    { id: 'mail', type: 'send-email', version: 1, config: { template: templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

/** As many people as asked for, p1, p2 … */
export const sendPeople = (world: World, count: number, traits = {}, name = 'p') =>
  send(world, ...Array.from({ length: count }, (_, i) => identify(`${name}${i + 1}`, traits)))
