import { expect, type Page } from '@playwright/test'
import { steps } from './canvas'
import type { Relance } from './relance'
import { openWorkspace } from './sign-in'

interface Edge {
  from: string
  exit: string
  to: string
}

/** A draft as the API gives it, without what every save changes. */
export interface Drawn {
  graph: { nodes: { id: string; type: string; name?: string; config: object }[]; edges: Edge[] }
  positions: Record<string, { x: number; y: number }>
  settings: Record<string, unknown>
}

/** A draft made from a template. Answers its flow's id. */
export async function draftFrom(
  relance: Relance,
  template: string,
  locale = 'en',
): Promise<string> {
  return (await relance.call<{ id: string }>('POST', '/api/flows', { template, locale })).id
}

const byKey = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(byKey)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, byKey(each)]))
}

/** The draft as the server holds it. */
export async function drawn(relance: Relance, flowId: string): Promise<Drawn> {
  const draft = await relance.call<Drawn>('GET', `/api/flows/${flowId}/draft`)
  const { graph, positions, settings } = draft
  const nodes = graph.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const keyOf = ({ from, exit }: Edge) => `${from}:${exit}`
  const edges = graph.edges.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return { graph: { nodes, edges }, positions, settings }
}

/** The same as one text, keys sorted: equal drafts are equal texts. */
export const drawnText = async (relance: Relance, flowId: string) =>
  JSON.stringify(byKey(await drawn(relance, flowId)))

/** Opens a scenario in its workspace and waits for what is drawn, and for its first save. */
export async function openScenario(
  page: Page,
  relance: Relance,
  workspace: string,
  flowId: string,
): Promise<void> {
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await expect(steps(page).first()).toBeVisible()
  await expect(page.getByText('Draft saved')).toBeVisible()
}

/** What is said to those who listen rather than look. */
export const said = (page: Page) => page.locator('[aria-live=polite].sr-only')
