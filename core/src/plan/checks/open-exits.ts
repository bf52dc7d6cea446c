import { edgeKey } from '../../graph/graph'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** V02: every exit of a step people reach leads somewhere. Optional ones follow the first exit. */
export function checkOpenExits({ nodes, edges, reached, triggers, language }: Survey): Finding[] {
  const taken = new Set(edges.map(edgeKey))
  const isMet = (id: string) => triggers.length === 0 || reached.has(id)
  return [...nodes.values()]
    .filter(({ node }) => isMet(node.id))
    .flatMap(({ node, exits }) => {
      const open = exits.filter(
        ({ exit, optional }) => !optional && !taken.has(edgeKey({ from: node.id, exit })),
      )
      return open.map(
        ({ exit, label }): Finding => ({
          code: 'V02',
          nodeId: node.id,
          exit,
          params: { exit: label[language] },
          fix: { action: 'addNode', args: { type: 'end', from: node.id, exit } },
        }),
      )
    })
}
