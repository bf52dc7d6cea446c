import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Rule } from '@relance/core/rule/rule'
import fc from 'fast-check'
import { type Drawing, MAIL, SERVICE } from '../model/story'
import { conditionRule, eventRule, personRule } from './arbitrary-rule'
import { anySettings } from './arbitrary-settings'

interface Piece {
  type: string
  config: Record<string, unknown>
}

const piece = (type: string, config: fc.Arbitrary<Record<string, unknown>>) =>
  config.map((one): Piece => ({ type, config: one }))

const duration = fc.constantFrom('PT20M', 'PT1H30M', 'PT7H', 'P1D', 'P2DT5H', 'P4D')
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })

const trigger = fc.oneof(
  {
    weight: 5,
    arbitrary: piece(
      'on-event',
      fc.record({
        event: fc.constantFrom('Signed Up', 'Form Submitted', 'Order Completed', 'visit'),
        where: optional(eventRule),
        filter: optional(personRule),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: piece(
      'on-cart-abandoned',
      fc.record({ idle: fc.constantFrom('PT30M', 'PT3H'), filter: optional(personRule) }),
    ),
  },
  {
    weight: 2,
    arbitrary: piece(
      'on-inactive',
      fc.record({
        signals: fc.constantFrom(['visit'], ['order'], ['visit', 'order'], ['visit', 'click']),
        match: fc.constantFrom('any', 'all'),
        for: fc.constantFrom('PT5H', 'P1DT2H', 'P3D'),
        filter: optional(personRule),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: piece(
      'on-schedule',
      fc
        .record({
          when: fc.constantFrom(
            { rrule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=5' },
            { rrule: 'FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=18;BYMINUTE=0' },
            { at: '2026-03-04T17:30:00Z' },
            { at: '2026-03-29T01:30:00Z' },
          ),
          audience: fc.oneof(fc.constant<Rule>({ and: [] }), personRule),
        })
        .map(({ when, audience }) => ({ ...when, audience })),
    ),
  },
)

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Piece>({ type: 'send-email', config: { template: MAIL } }) },
  {
    weight: 1,
    arbitrary: piece(
      'send-email',
      fc.record({ template: fc.constant(MAIL), latest: fc.constantFrom('PT1H', 'P1D') }),
    ),
  },
  {
    weight: 4,
    arbitrary: piece(
      'wait-duration',
      fc.record({
        for: duration,
        since: fc.constantFrom('here', 'here', 'anchor', 'visit', 'order', 'open', 'click'),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: piece(
      'wait-event',
      fc.record({
        event: fc.constantFrom('Order Completed', 'Form Submitted', 'visit', 'Email Link Clicked'),
        where: optional(eventRule),
        atMost: duration,
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: piece(
      'wait-date',
      fc.record({
        field: fc.constantFrom('renewal', 'own-date', null),
        offset: fc.constantFrom('P0D', '-P1D', 'P2D'),
        at: fc.constantFrom('09:00', '02:30'),
        weekdays: fc.constantFrom(null, ['mo', 'we', 'fr']),
        zone: fc.constantFrom('contact', 'workspace'),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: piece(
      'condition',
      fc.record({
        branches: conditionRule.map((rule) => [{ exit: 'yes', rule }]),
        otherwise: fc.constant({ exit: 'no' }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Piece>({
      type: 'random-split',
      config: {
        shares: [
          { exit: 'a', share: 40 },
          { exit: 'b', share: 60 },
        ],
      },
    }),
  },
  {
    weight: 2,
    arbitrary: piece(
      'set-field',
      fc.constantFrom(
        { field: 'own', value: 'x' },
        { field: 'own-date', value: '2026-03-08' },
        { field: 'timeZone', value: 'Mars/Base' },
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: piece(
      'call-webhook',
      fc.record({
        method: fc.constant('POST'),
        url: fc.constantFrom(SERVICE.yes, SERVICE.no),
        body: fc.constant('{}'),
      }),
    ),
  },
)

const exits: Readonly<Record<string, readonly string[]>> = {
  'send-email': ['sent'],
  'wait-duration': ['done'],
  'wait-event': ['happened', 'timed-out'],
  'wait-date': ['done'],
  condition: ['yes', 'no'],
  'random-split': ['a', 'b'],
  'set-field': ['done'],
  'call-webhook': ['ok', 'failed'],
}

/** What a drawing is built from; the same pieces with a change make its next version. */
export interface Sketch {
  trigger: Piece
  /** Each hangs on one of the exits still open; `drawRefused` gives a mail its second exit. */
  steps: { piece: Piece; hangsOn: number; id: string; drawRefused: boolean }[]
  /** Where the exits left open lead: back to a wait, a few times, or to an end. */
  loose: number[]
  ends: { as: 'goal' | 'exit'; reason: string | null }[]
  settings: Partial<FlowSettings>
}

export const anySketch: fc.Arbitrary<Sketch> = fc.record({
  trigger,
  steps: fc
    .array(fc.record({ piece: step, hangsOn: fc.nat(), drawRefused: fc.boolean() }), {
      maxLength: 6,
    })
    .map((steps) => steps.map((one, i) => ({ ...one, id: `${one.piece.type}-${i}` }))),
  loose: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  ends: fc.array(
    fc.record({
      as: fc.constantFrom('exit' as const, 'exit' as const, 'goal' as const),
      reason: fc.constantFrom('finished', 'other', null),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  settings: anySettings,
})

/** The same sketch, changed: what the next version of a scenario may look like. */
export const anyChange: fc.Arbitrary<(sketch: Sketch) => Sketch> = fc.oneof(
  fc.nat(5).map((gone) => (sketch: Sketch) => ({
    ...sketch,
    steps: sketch.steps.filter((_, i) => i !== gone),
  })),
  fc.record({ at: fc.nat(5), time: duration }).map(({ at, time }) => (sketch: Sketch) => ({
    ...sketch,
    steps: sketch.steps.map((one, i) => (i === at ? retimed(one, time) : one)),
  })),
  anySettings.map((settings) => (sketch: Sketch) => ({ ...sketch, settings })),
)

function retimed(one: Sketch['steps'][number], time: string): Sketch['steps'][number] {
  const key = { 'wait-duration': 'for', 'wait-event': 'atMost' }[one.piece.type]
  if (!key) return one
  return { ...one, piece: { ...one.piece, config: { ...one.piece.config, [key]: time } } }
}

/** Draws a sketch. `own` is a field no other scenario of the story writes. */
export function draw({ trigger, steps, loose, ends, settings }: Sketch, own: string): Drawing {
  const edges: GraphEdge[] = []
  const open: { from: string; exit: string }[] = [{ from: 'start', exit: 'entered' }]
  for (const { piece, hangsOn, id, drawRefused } of steps) {
    const [taken] = open.splice(hangsOn % open.length, 1)
    if (taken) edges.push({ ...taken, to: id })
    const refused = piece.type === 'send-email' && drawRefused ? ['refused'] : []
    for (const exit of [...(exits[piece.type] ?? []), ...refused]) open.push({ from: id, exit })
  }
  open.forEach(({ from, exit }, i) => {
    const pick = loose[i % loose.length] ?? 0
    const waits = waitsBefore(from, edges, steps)
    const back = waits[pick % (waits.length || 1)]
    edges.push(
      back && pick % 3 === 0
        ? { from, exit, to: back, atMost: 1 + (pick % 2) }
        : { from, exit, to: `end-${pick % ends.length}` },
    )
  })
  const nodes: GraphNode[] = [
    { id: 'start', type: trigger.type, version: 1, config: trigger.config },
    ...steps.map(({ id, piece }) => nodeOf(id, piece, steps, own)),
    ...ends.map((config, i) => ({ id: `end-${i}`, type: 'end', version: 1, config })),
  ]
  const reached = nodes.filter(({ id }) => id === 'start' || edges.some(({ to }) => to === id))
  const ownSettings = JSON.stringify(settings).replaceAll('"field":"own', `"field":"${own}`)
  return {
    graph: { nodes: reached, edges },
    settings: JSON.parse(ownSettings) as Drawing['settings'],
  }
}

/** The waits on the way to a step, itself included. */
function waitsBefore(from: string, edges: GraphEdge[], steps: Sketch['steps']): string[] {
  const way = [from]
  for (let edge = find(from); edge; edge = find(edge.from)) way.push(edge.from)
  return way.filter((id) => steps.some((one) => one.id === id && one.piece.type.startsWith('wait')))

  function find(id: string) {
    return edges.find(({ to, atMost }) => to === id && atMost === undefined)
  }
}

function nodeOf(
  id: string,
  { type, config }: Piece,
  steps: Sketch['steps'],
  own: string,
): GraphNode {
  const mails = steps.filter(({ piece }) => piece.type === 'send-email')
  const all = steps.filter((one) => one.id !== id)
  const text = JSON.stringify(config)
    .replaceAll(/"of":"@(\d+)"/g, (_, n) => `"of":"${named(mails, n)}"`)
    .replaceAll(/"since":"@(\d+)"/g, (_, n) => `"since":"${named(all, n)}"`)
    .replaceAll('"field":"own', `"field":"${own}`)
  return { id, type, version: 1, config: JSON.parse(text) as Record<string, unknown> }
}

const named = (steps: Sketch['steps'], n: string) => steps[Number(n) % steps.length]?.id ?? 'start'
