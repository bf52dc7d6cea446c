import { edgeKey } from '@relance/core/graph/graph'
import * as Y from 'yjs'
import type { ActName, DraftDocument } from './draft-document'
import type { StepKind } from './step-kind'
import { edgesFrom } from './walk-graph'

/** Sets fields of a step's config; `undefined` empties a field. Typing in one field is one undo step. */
export function editConfig(
  document: DraftDocument,
  id: string,
  changes: Record<string, unknown>,
  name: ActName,
) {
  const shared = document.nodes.get(id)?.get('config')
  if (!(shared instanceof Y.Map)) return
  document.act(
    name,
    () => {
      for (const [field, value] of Object.entries(changes)) {
        if (value === undefined) shared.delete(field)
        else shared.set(field, value)
      }
    },
    `config:${id}:${Object.keys(changes).join()}`,
  )
}

/** The same, where the exits may change with it: an exit that is gone loses its edge, in the same act. */
export function editExits(
  document: DraftDocument,
  id: string,
  changes: Record<string, unknown>,
  kind: StepKind,
  name: ActName,
) {
  const node = document.content.nodes[id]
  if (!node) return
  const exits = new Set(kind.exits({ ...node.config, ...changes }).map((exit) => exit.exit))
  const merge = `config:${id}:${Object.keys(changes).join()}`
  const shared = document.nodes.get(id)?.get('config')
  if (!(shared instanceof Y.Map)) return
  document.act(
    name,
    () => {
      for (const [field, value] of Object.entries(changes)) shared.set(field, value)
      for (const edge of edgesFrom(document.content, id)) {
        if (!exits.has(edge.exit)) document.edges.delete(edgeKey(edge))
      }
    },
    merge,
  )
}

/** Gives a step a name of its own, or takes it away. */
export function renameStep(document: DraftDocument, id: string, title: string, name: ActName) {
  const shared = document.nodes.get(id)
  if (!shared) return
  const change = () => (title.trim() ? shared.set('name', title) : shared.delete('name'))
  document.act(name, () => void change(), `name:${id}`)
}

/** Writes what those who draw tell one another of a step, or takes it away; customers never meet it. */
export function noteStep(document: DraftDocument, id: string, note: string, name: ActName) {
  const shared = document.nodes.get(id)
  if (!shared) return
  const change = () => (note.trim() ? shared.set('note', note) : shared.delete('note'))
  document.act(name, () => void change(), `note:${id}`)
}

/** Sets one of the scenario's rules. */
export function editSettings(
  document: DraftDocument,
  changes: Record<string, unknown>,
  name: ActName,
) {
  document.act(
    name,
    () => {
      for (const [key, value] of Object.entries(changes)) document.settings.set(key, value)
    },
    `settings:${Object.keys(changes).join()}`,
  )
}
