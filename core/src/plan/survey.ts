import { fieldTitle } from '../contact/contact-fields'
import type { Draft } from '../graph/draft'
import type { GraphEdge, GraphNode } from '../graph/graph'
import { edgesByNode, reachedFrom } from '../graph/walk-graph'
import {
  type Definitions,
  definitionOf,
  type ExitSpec,
  type NodeDefinition,
} from '../node/definition'
import { readableConfig } from '../node/readable-config'
import { emailNumbers } from '../node/sentence-names'
import type { Language } from '../words/language'
import type { CompileFacts } from './compile-facts'
import { type PlacedRule, rulesOfFlow } from './rules-of-flow'
import { usableEdges } from './usable-edges'

/** A node with all that can be said of it alone. */
export interface SurveyedNode {
  node: GraphNode
  definition: NodeDefinition
  /** The fields that can be read by themselves. */
  readable: Record<string, unknown>
  exits: ExitSpec[]
  title: string
}

/** A draft looked over once, for all checks. */
export interface Survey {
  draft: Draft
  definitions: Definitions
  facts: CompileFacts
  language: Language
  /** Nodes of a known type by id; the first where an id comes twice. */
  nodes: ReadonlyMap<string, SurveyedNode>
  triggers: readonly SurveyedNode[]
  /** Edges people can follow: from an exit that is there to a step that is there. */
  edges: readonly GraphEdge[]
  next: ReadonlyMap<string, readonly GraphEdge[]>
  /** Every node some trigger leads to. */
  reached: ReadonlySet<string>
  /** Every rule of nodes and settings. */
  rules: readonly PlacedRule[]
  /** Which email of the flow a node is, from 1. */
  emailNumbers: ReadonlyMap<string, number>
}

/** Looks a draft over. Never throws, whatever was drawn. */
export function survey(
  draft: Draft,
  definitions: Definitions,
  facts: CompileFacts,
  language: Language,
): Survey {
  const nodes = surveyNodes(draft, definitions, language)
  const triggers = [...nodes.values()].filter(({ definition }) => definition.category === 'trigger')
  const edges = usableEdges(draft.graph.edges, nodes)
  const next = edgesByNode(edges)
  const reached = reachedFrom(
    triggers.map(({ node }) => node.id),
    next,
  )
  const numbers = emailNumbers({ nodes: draft.graph.nodes, edges: [...edges] }, definitions)
  return {
    draft,
    definitions,
    facts,
    language,
    nodes,
    triggers,
    edges,
    next,
    reached,
    rules: rulesOfFlow(nodes, draft),
    emailNumbers: numbers,
  }
}

function surveyNodes(draft: Draft, definitions: Definitions, language: Language) {
  const nodes = new Map<string, SurveyedNode>()
  for (const node of draft.graph.nodes) {
    const definition = definitionOf(definitions, node.type)
    if (!definition || nodes.has(node.id)) continue
    const readable = readableConfig(definition, node.config)
    const title = node.name || definition.title[language]
    nodes.set(node.id, { node, definition, readable, exits: definition.exits(readable), title })
  }
  return nodes
}

/** The label of an exit in the reader's language; its name where it has none. */
export const exitTitle = ({ exits }: SurveyedNode, exit: string, language: Language): string =>
  exits.find((spec) => spec.exit === exit)?.label[language] ?? exit

/** The label of a config field in the reader's language. */
export const configTitle = (
  { definition }: SurveyedNode,
  field: string,
  language: Language,
): string => definition.fields[field]?.label[language] ?? fieldTitle(field, language)
