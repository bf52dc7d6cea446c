import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** V01: exactly one trigger starts a scenario; each further one is to be removed. */
export function checkStart({ triggers }: Survey): Finding[] {
  if (triggers.length === 0) return [{ code: 'V01' }]
  return triggers.slice(1).map(({ node }): Finding => {
    return {
      code: 'V01',
      nodeId: node.id,
      fix: { action: 'removeNode', args: { nodeId: node.id } },
    }
  })
}
