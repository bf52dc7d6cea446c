import * as Y from 'yjs'
import type { ActName, DraftDocument } from './draft-document'

/** Sets one field of several steps at once, in one act; `undefined` empties it. */
export function editMany(
  document: DraftDocument,
  ids: readonly string[],
  field: string,
  value: unknown,
  name: ActName,
): void {
  document.act(
    name,
    () => {
      for (const id of ids) {
        const config = document.nodes.get(id)?.get('config')
        if (!(config instanceof Y.Map)) continue
        if (value === undefined) config.delete(field)
        else config.set(field, value)
      }
    },
    `many:${field}:${ids.join()}`,
  )
}
