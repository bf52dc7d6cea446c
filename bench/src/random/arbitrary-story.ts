import fc from 'fast-check'
import type { Act, Drawing, Story, Told } from '../model/story'
import { actsOf, anyAct } from './arbitrary-acts'
import { anyChange, anySketch, draw } from './arbitrary-drawing'
import { draftOf, planOf } from './plan-of'

const isSound = (drawing: Drawing) => 'plan' in planOf(draftOf(drawing, 'flow'))

/** A scenario's drawings: one, and perhaps a changed one. */
const anyFlow: fc.Arbitrary<Drawing[]> = fc
  .tuple(anySketch, fc.option(anyChange), fc.nat(999_999_999))
  .map(([sketch, change, own]) => {
    const drawings = [sketch, ...(change ? [change(sketch)] : [])]
    return drawings.map((one) => draw(one, `own-${own}`))
  })
  .filter((drawings) => drawings.every(isSound))

const isIn = (flows: Drawing[][]) => (act: Act) =>
  !('flow' in act) || (act.act === 'publish' ? flows[act.flow]?.[act.drawing] : flows[act.flow])

/** Ada agrees to mails; the scenarios are published; then anything may happen; then a few days pass. */
export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    startsAt: fc.constantFrom(
      '2026-03-02T10:00:00.000Z',
      '2026-03-27T08:00:00.000Z',
      '2026-10-23T07:15:00.000Z',
    ),
    flows: fc.array(anyFlow, { minLength: 1, maxLength: 2 }),
    before: fc.array(anyAct, { maxLength: 2 }),
    alsoPast: fc.boolean(),
    most: fc.constantFrom<number | null>(null, null, 1, 1, 2),
    acts: fc.array(anyAct, { minLength: 3, maxLength: 12 }),
  })
  .map(({ startsAt, flows, before, alsoPast, most, acts }) => {
    const opening: Act = {
      act: 'tell',
      events: [
        {
          id: '',
          type: 'identify',
          name: 'identify',
          user: 'ada',
          cookie: null,
          properties: { email: 'ada@example.com', consent: { email: true } },
        },
      ],
    }
    const published = flows.map(
      (_, flow): Act => ({ act: 'publish', flow, drawing: 0, people: 'finish', alsoPast }),
    )
    const all = [
      opening,
      ...before.flatMap(actsOf),
      ...published,
      ...acts.flatMap(actsOf),
      { act: 'advance' as const, minutes: 4000 },
    ]
    return { startsAt, flows, most, acts: withIds(all).filter(isIn(flows)) }
  })

/** Gives every fact and order a name of its own; what is told again has the one it had. */
function withIds(acts: (Act | { act: 'again'; n: number })[]): Act[] {
  const done: Act[] = []
  for (const [i, act] of acts.entries()) {
    const earlier = done.filter(({ act: name }) => name === 'tell')
    if (act.act === 'again') {
      const repeated = earlier[act.n % (earlier.length || 1)]
      if (repeated) done.push(repeated)
    } else if (act.act === 'tell') {
      done.push({ act: 'tell', events: act.events.map((told, j) => withId(told, `${i}-${j}`)) })
    } else done.push(act)
  }
  return done
}

const withId = (told: Told, name: string): Told => ({
  ...told,
  id: `t${name}`,
  properties:
    told.name === 'Order Completed'
      ? { ...told.properties, order_id: `o${name}` }
      : told.properties,
})
