import { resolve } from 'node:path'
import type { Rolldown } from 'vite'

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>
const source = resolve(import.meta.dirname, 'src')
const drawing = `${source}/canvas/build-page.tsx`
const router = `${source}/app/router.tsx`

/** All modules that must be there before the given ones run, themselves included. */
function closureOf(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>()
  const next = [...starts]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    next.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}

/** A question about the graph of modules, asked once for a build. */
function asked<Answer>(ask: (graph: Graph) => Answer) {
  let answer: { of: Answer } | null = null
  return (graph: Graph) => {
    answer ??= { of: ask(graph) }
    return answer.of
  }
}

const inDrawing = asked((graph) => closureOf([drawing], graph))
const inOtherPages = asked((graph) => {
  const pages = graph.getModuleInfo(router)?.dynamicallyImportedIds ?? []
  return closureOf(
    pages.filter((page) => !page.startsWith(`${source}/canvas/`)),
    graph,
  )
})

/**
 * What a drawing opens with is two files beside those of every page: what other pages use as well, and the rest. Cut by
 * who shares what they were fifty, each a request.
 */
export const partsOfDrawing = [
  {
    name: (id: string, graph: Graph) =>
      inDrawing(graph).has(id) && inOtherPages(graph).has(id) ? 'shared' : null,
  },
  { name: (id: string, graph: Graph) => (inDrawing(graph).has(id) ? 'drawing' : null) },
]
