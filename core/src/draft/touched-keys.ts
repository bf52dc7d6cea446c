import type * as Y from 'yjs'
import type { DraftMaps, DraftPart } from './draft-maps'

/**
 * Which steps, edges, positions and settings transactions have touched. Reading the whole document after each act took
 * longer than the act, with a thousand steps.
 */
export class TouchedKeys {
  private keys = none()

  constructor({ nodes, edges, positions, settings }: DraftMaps) {
    nodes.observeDeep((events) => {
      for (const event of events)
        if (event.target === nodes) this.add('nodes', event.changes.keys.keys())
        else this.add('nodes', [String(event.path[0])])
    })
    const watch = <Value>(part: DraftPart, map: Y.Map<Value>) =>
      map.observe(({ keysChanged }) => this.add(part, keysChanged))
    watch('edges', edges)
    watch('positions', positions)
    watch('settings', settings)
  }

  /** Those touched since it was last asked. */
  take(): Record<DraftPart, ReadonlySet<string>> {
    const taken = this.keys
    this.keys = none()
    return taken
  }

  private add(part: DraftPart, keys: Iterable<string>): void {
    for (const key of keys) this.keys[part].add(key)
  }
}

const none = (): Record<DraftPart, Set<string>> => ({
  ...{ nodes: new Set<string>(), edges: new Set<string>() },
  ...{ positions: new Set<string>(), settings: new Set<string>() },
})
