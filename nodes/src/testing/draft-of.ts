import type { Draft } from '@relance/core/graph/draft'
import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import { flowSettings } from '@relance/core/graph/settings'
import { definitionOf } from '@relance/core/node/definition'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import { definitions } from '../definitions'

/** `id: type` or `id: [type, config]`, in drawing order. */
type Nodes = Record<string, string | [string, Record<string, unknown>]>

/** A draft for tests: configs start from the type's defaults; edges read `a:exit > b`, a limit `a:exit > b x3`. */
export function draftOf(
  nodes: Nodes,
  edges: readonly string[],
  settings: Partial<Draft['settings']> = {},
): Draft {
  return {
    flowId: '01980000-0000-7000-8000-00000000000f',
    revision: 1,
    graph: { nodes: Object.entries(nodes).map(nodeOf), edges: edges.map(edgeOf) },
    positions: {},
    settings: { ...flowSettings.parse({ goal: { event: 'Order Completed' } }), ...settings },
  }
}

function nodeOf([id, given]: [string, Nodes[string]]): GraphNode {
  const [type, config] = typeof given === 'string' ? [given, {}] : given
  const definition = definitionOf(definitions, type)
  return {
    id,
    type,
    version: definition?.version ?? 1,
    config: { ...definition?.defaults, ...config },
  }
}

function edgeOf(text: string): GraphEdge {
  const [, from = '', exit = '', to = '', times] =
    /^([\w-]+):([\w-]+) > ([\w-]+)(?: x(\d+))?$/.exec(text) ?? []
  return { from, exit, to, ...(times ? { atMost: Number(times) } : {}) }
}

/** A workspace that has all a good flow needs: mails help, reminder and last-call, one credit. */
export const plentifulFacts: CompileFacts = {
  templates: { help: mail('Help'), reminder: mail('Reminder'), 'last-call': mail('Last call') },
  offers: { credit: { name: '25 € credit', validFor: 'P30D' } },
  segments: { loyal: { name: 'Loyal' } },
  events: ['Order Completed', 'Product Added', 'page'],
  fields: ['plan'],
  timeZone: 'Europe/Paris',
}

/** A mail without a fault. */
export function mail(name: string): CompileFacts['templates'][string] {
  return {
    name,
    version: 4,
    hasSubject: true,
    hasUnsubscribe: true,
    isEmpty: false,
    usedFields: ['firstName'],
  }
}
