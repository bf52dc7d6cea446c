import { AppError } from '@relance/core/error/app-error'
import type { Graph, GraphEdge } from '@relance/core/graph/graph'
import type { Language } from '@relance/core/words/language'
import type { ScenarioNode } from './scenario-file'
import { words } from './words'

/** The exit meant by a bare `to`, for the types that have one main way on. */
const mainExit: Record<string, string> = {
  'send-email': 'sent',
  'wait-duration': 'done',
  'wait-date': 'done',
  'set-field': 'done',
  'call-webhook': 'ok',
}

function edgesOf({ id, type, to }: ScenarioNode): GraphEdge[] {
  if (to === undefined) return []
  if (typeof to !== 'string')
    return Object.entries(to).map(([exit, next]) => ({ from: id, exit, to: next }))
  const exit = type.startsWith('on-') ? 'entered' : mainExit[type]
  if (!exit)
    throw new AppError('internal', `“${id}” has several exits: name the one that leads to ${to}.`)
  return [{ from: id, exit, to }]
}

/** Picks one language wherever a config holds a text in both. */
function inLanguage(value: unknown, language: Language): unknown {
  const both = words.safeParse(value)
  if (both.success) return both.data[language]
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inLanguage(inner, language)]),
  )
}

const configOf = ({ config }: ScenarioNode, language: Language) =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, inLanguage(value, language)]),
  )

/**
 * A template's nodes as a graph, its names and labels in one language. Throws AppError
 * `internal` where the file itself is wrong: an id twice, an edge to nowhere, an exit unsaid.
 */
export function expandGraph(nodes: readonly ScenarioNode[], language: Language): Graph {
  const ids = new Set(nodes.map(({ id }) => id))
  if (ids.size < nodes.length) throw new AppError('internal', 'Two nodes share an id.')
  const edges = nodes.flatMap(edgesOf)
  const lost = edges.find(({ to }) => !ids.has(to))
  if (lost)
    throw new AppError('internal', `“${lost.from}” leads to “${lost.to}”, which is not there.`)
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      type: node.type,
      version: node.version,
      ...(node.name && { name: node.name[language] }),
      config: configOf(node, language),
    })),
    edges,
  }
}
