import type { Act, Drawing, Story } from '../model/story'
import { draftOf, planOf } from './plan-of'

/** Stories with a little less in them than this one, the boldest cuts first. All can be played. */
export function* smallerStories(story: Story): Generator<Story> {
  yield* withoutFlow(story)
  yield* fewerActs(story)
  yield* fewerDrawings(story)
  for (const [flow, drawings] of story.flows.entries())
    for (const [n, drawing] of drawings.entries())
      for (const smaller of smallerDrawings(drawing)) {
        if ('faults' in planOf(draftOf(smaller, 'flow'))) continue
        yield { ...story, flows: replaced(story.flows, flow, replaced(drawings, n, smaller)) }
      }
  for (const [i, act] of story.acts.entries())
    for (const smaller of smallerActs(act))
      yield { ...story, acts: replaced(story.acts, i, smaller) }
}

const replaced = <T>(list: T[], at: number, one: T): T[] =>
  list.map((old, i) => (i === at ? one : old))
const without = <T>(list: T[], at: number, many = 1): T[] => [
  ...list.slice(0, at),
  ...list.slice(at + many),
]

function* withoutFlow({ flows, acts, ...rest }: Story): Generator<Story> {
  if (flows.length < 2) return
  for (const gone of flows.keys()) {
    const others = acts.filter((act) => !('flow' in act && act.flow === gone))
    const renumbered = others.map((act) =>
      'flow' in act && act.flow > gone ? { ...act, flow: act.flow - 1 } : act,
    )
    yield { ...rest, flows: without(flows, gone), acts: renumbered }
  }
}

function* fewerActs(story: Story): Generator<Story> {
  for (const many of [8, 4, 2, 1])
    for (let at = story.acts.length - many; at >= 0; at -= many)
      yield { ...story, acts: without(story.acts, at, many) }
}

function* fewerDrawings(story: Story): Generator<Story> {
  for (const [flow, drawings] of story.flows.entries())
    for (const [gone] of drawings.length > 1 ? drawings.entries() : []) {
      const acts = story.acts.map((act) =>
        act.act === 'publish' && act.flow === flow ? { ...act, drawing: 0 } : act,
      )
      yield { ...story, acts, flows: replaced(story.flows, flow, without(drawings, gone)) }
    }
}

function* smallerDrawings({ graph, settings }: Drawing): Generator<Drawing> {
  for (const { id, type } of graph.nodes) {
    if (type === 'end' || id === 'start') continue
    const exits = graph.edges.filter(({ from, atMost }) => from === id && atMost === undefined)
    for (const { to } of exits) yield { graph: pruned(bypassed(graph, id, to)), settings }
  }
  for (const node of graph.nodes)
    for (const key of ['filter', 'where', 'latest', 'weekdays'])
      if (node.config[key]) {
        const { [key]: _, ...config } = node.config
        const nodes = graph.nodes.map((one) => (one === node ? { ...one, config } : one))
        yield { graph: { ...graph, nodes }, settings }
      }
  for (const key of ['goal', 'exitRules', 'maxStay', 'timeZone', 'reentry'] as const)
    if (settings[key]) {
      const { [key]: _, ...rest } = settings
      yield { graph, settings: rest }
    }
  if (settings.reentry && settings.reentry.atOnceAfter.length > 0)
    yield { graph, settings: { ...settings, reentry: { ...settings.reentry, atOnceAfter: [] } } }
}

function bypassed(graph: Drawing['graph'], id: string, to: string): Drawing['graph'] {
  const edges = graph.edges.filter(({ from }) => from !== id)
  return {
    nodes: graph.nodes.filter((node) => node.id !== id),
    edges: edges.map((edge) => (edge.to === id ? { ...edge, to } : edge)),
  }
}

/** Without what nobody reaches any more. */
function pruned({ nodes, edges }: Drawing['graph']): Drawing['graph'] {
  const reached = new Set(['start'])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of edges) if (reached.has(from)) reached.add(to)
  }
  return {
    nodes: nodes.filter(({ id }) => reached.has(id)),
    edges: edges.filter(({ from }) => reached.has(from)),
  }
}

function* smallerActs(act: Act): Generator<Act> {
  if (act.act === 'publish' && act.alsoPast) yield { ...act, alsoPast: false }
  if (act.act === 'publish' && act.people !== 'finish') yield { ...act, people: 'finish' }
  if (act.act !== 'tell') return
  const { events } = act
  if (events.length > 1) for (const i of events.keys()) yield { ...act, events: without(events, i) }
  for (const [i, told] of events.entries()) {
    const { minutesAgo, ...now } = told
    if (minutesAgo) yield { ...act, events: replaced(events, i, now) }
    if (told.cookie && told.user)
      yield { ...act, events: replaced(events, i, { ...told, cookie: null }) }
    for (const key of Object.keys(told.properties)) {
      if (key === 'order_id') continue
      const { [key]: _, ...properties } = told.properties
      yield { ...act, events: replaced(events, i, { ...told, properties }) }
    }
  }
}
