import type { Graph } from '@relance/core/graph/graph'
import { z } from 'zod'
import type { System } from '../system/start-system'
import { type Ask, apiClient } from './api-client'
import { mail } from './mail'

/** A workspace on the real clock, with one mail. */
export interface Shop {
  workspaceId: string
  writeKey: string
  templateId: string
  ask: Ask
  /** Makes a scenario of the graph and publishes it; its id. */
  publish(name: string, graph: Graph): Promise<string>
}

const madeWorkspace = z.object({ id: z.uuid(), apiKey: z.string(), writeKey: z.string() })
const made = z.object({ id: z.uuid() })

export async function makeShop(system: Pick<System, 'url' | 'apiKey'>): Promise<Shop> {
  const first = apiClient(system.url, system.apiKey)
  const workspace = madeWorkspace.parse(await first('POST', '/api/workspaces', { name: 'Bench' }))
  const ask = apiClient(system.url, workspace.apiKey)
  const template = made.parse(
    await ask('POST', '/api/mail-templates', { name: 'Bench', languages: { en: mail } }),
  )
  return {
    workspaceId: workspace.id,
    writeKey: workspace.writeKey,
    templateId: template.id,
    ask,
    async publish(name, graph) {
      const settings = { goal: 'none', reentry: { mode: 'once' } }
      const { id } = made.parse(await ask('POST', '/api/flows', { name, graph, settings }))
      await ask('POST', `/api/flows/${id}/publish`, { people: 'finish' })
      return id
    },
  }
}
