import type { Draft } from '@relance/core/graph/draft'
import { describe, expect, test } from 'vitest'
import { codes, compile, short, withCondition } from './testing/problems-of'

describe('tips', () => {
  test('V15: of a mail not sent before, nothing is ever clicked', () => {
    const draft = withCondition(
      { not: { event: 'Email Link Clicked', of: 'late' } },
      { late: ['send-email', { template: 'reminder' }] },
    )
    const edges = draft.graph.edges.map((edge) =>
      edge.exit === 'no' ? { ...edge, to: 'late' } : edge,
    )
    const late = {
      ...draft,
      graph: { ...draft.graph, edges: [...edges, { from: 'late', exit: 'sent', to: 'stop' }] },
    }
    expect(compile(late).problems.map(({ message }) => message)).toEqual([
      'This condition is always true here, so “No” gets nobody.',
    ])
  })
  test('V15: a condition about nothing holds for everyone', () =>
    expect(codes(withCondition({ and: [] }))).toEqual(['V15 asks']))
  test('V16: a click asked for right after sending', () => {
    const draft = withCondition({ event: 'Email Link Clicked', of: 'mail' }, {}, [
      'mail:sent > asks',
    ])
    expect(compile(draft).problems.map(({ code, message }) => [code, message])).toEqual([
      ['V03', 'Nobody can reach “Wait”. Connect it or remove it.'],
      ['V16', '“Condition” checks clicks on email 1 right after sending it. Add a wait.'],
    ])
    expect(codes(withCondition({ event: 'Email Link Clicked', of: 'mail' }))).toEqual([])
  })
  test('V17: an open alone', () => {
    expect(
      codes(
        withCondition({
          or: [
            { event: 'Email Opened', of: 'mail' },
            { event: 'page', since: 'mail' },
          ],
        }),
      ),
    ).toEqual(['V17 asks'])
    expect(
      codes(
        withCondition({
          and: [
            { event: 'Email Opened', of: 'mail' },
            { event: 'page', since: 'mail' },
          ],
        }),
      ),
    ).toEqual([])
    expect(
      codes(
        short({ pause: ['wait-event', { event: 'Email Opened' }] }, [
          'start:entered > mail',
          'mail:sent > pause',
          'pause:happened > stop',
          'pause:timed-out > stop',
        ]),
      ),
    ).toEqual(['V17 pause'])
  })
  const second = (wait: string, settings?: Partial<Draft['settings']>) =>
    short(
      {
        pause: ['wait-duration', { for: 'P1D' }],
        credit: ['send-email', { template: 'reminder', offer: 'credit' }],
        order: ['wait-event', { atMost: wait }],
      },
      [
        'start:entered > mail',
        'mail:sent > pause',
        'pause:done > credit',
        'credit:sent > order',
        'order:happened > stop',
        'order:timed-out > stop',
      ],
      settings,
    )
  test('V18: the credit ends before the wait', () => {
    expect(
      compile(second('P31D'), { peopleAt: { credit: 412 } }).problems.map(({ message }) => message),
    ).toEqual(['The credit ends before the wait does, for 412 people.'])
    expect(codes(second('P30D'))).toEqual([])
  })
  test('V20: an event never received', () => {
    expect(codes(short({}, undefined, { goal: { event: 'Signed Up' } }))).toEqual(['V20'])
  })
  test('V26: a discount before anything else', () => {
    const first = short({ mail: ['send-email', { template: 'help', offer: 'credit' }] })
    expect(codes(first)).toEqual(['V26 mail'])
    expect(codes({ ...first, settings: { ...first.settings, holdout: 10 } })).toEqual([])
  })
  test('V33: an event announced once only', () => {
    const event = { typology: 'event' as const }
    expect(codes(short({}, undefined, event))).toEqual(['V33 mail'])
    expect(codes(second('P3D', event)).filter((code) => code.startsWith('V33'))).toEqual([])
    expect(codes(short({}))).toEqual([])
  })
})
