import type { Draft } from '@relance/core/graph/draft'
import { applyFix } from '@relance/core/graph/edit/apply-fix'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import { compilePlan } from '@relance/core/plan/compile-plan'
import { describe, expect, test } from 'vitest'
import { definitions } from './definitions'
import { draftOf, mail, plentifulFacts } from './testing/draft-of'

const compile = (draft: Draft, facts: Partial<CompileFacts> = {}) =>
  compilePlan(draft, definitions, { ...plentifulFacts, ...facts }, 'en')

const codes = (draft: Draft, facts?: Partial<CompileFacts>) =>
  compile(draft, facts).problems.map(({ code, nodeId }) => (nodeId ? `${code} ${nodeId}` : code))

/** start → mail → end, with what a test wants in between or besides. */
const short = (
  more: Parameters<typeof draftOf>[0] = {},
  edges: string[] = ['start:entered > mail', 'mail:sent > stop'],
  settings?: Partial<Draft['settings']>,
) =>
  draftOf(
    {
      start: 'on-cart-abandoned',
      mail: ['send-email', { template: 'help' }],
      stop: 'end',
      ...more,
    },
    edges,
    settings,
  )

const withCondition = (
  rule: unknown,
  more: Parameters<typeof draftOf>[0] = {},
  path = ['mail:sent > pause', 'pause:done > asks'],
) =>
  short(
    { pause: 'wait-duration', asks: ['condition', { branches: [{ exit: 'yes', rule }] }], ...more },
    ['start:entered > mail', ...path, 'asks:yes > stop', 'asks:no > stop'],
  )

test('a short flow without a fault compiles', () => {
  const { plan, problems } = compile(short())
  expect(problems).toEqual([])
  expect(plan).toMatchObject({
    entry: 'start',
    listens: ['Order Completed'],
    templates: { help: 4 },
    nodes: {
      mail: {
        next: { sent: { to: 'stop' }, refused: { to: 'stop' } },
        config: { whenHeld: 'wait' },
      },
    },
  })
})

describe('what starts', () => {
  test('V01: nothing starts the scenario', () => expect(codes(draftOf({}, []))).toEqual(['V01']))
  test('V01: a second trigger is one too many', () => {
    const draft = short({ other: ['on-event', { event: 'page' }] }, [
      'start:entered > mail',
      'mail:sent > stop',
      'other:entered > mail',
    ])
    expect(codes(draft)).toEqual(['V01 other'])
  })
  test('V01: a trigger that does not say which event', () => {
    expect(codes(draftOf({ start: 'on-event', stop: 'end' }, ['start:entered > stop']))).toEqual([
      'V01 start',
    ])
  })
  test('V01: a schedule without a time', () => {
    const draft = draftOf({ start: ['on-schedule', { rrule: null }], stop: 'end' }, [
      'start:entered > stop',
    ])
    expect(codes(draft)).toEqual(['V01 start'])
  })
})

describe('the drawing', () => {
  test('V02: an exit leads nowhere, and is mended by an end', () => {
    const draft = short({ 'wait-order': ['wait-event', { atMost: 'P30D' }] }, [
      'start:entered > wait-order',
      'wait-order:happened > mail',
      'mail:sent > stop',
    ])
    const { problems } = compile(draft)
    expect(problems).toMatchObject([
      {
        code: 'V02',
        severity: 'fix',
        nodeId: 'wait-order',
        exit: 'timed-out',
        params: { exit: '30 days passed' },
        message: '“30 days passed” leads nowhere. Add a step or an end.',
        fix: { action: 'addNode', args: { type: 'end', from: 'wait-order', exit: 'timed-out' } },
      },
    ])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(draft, fix, definitions))).toEqual([])
  })
  test('an optional exit left open follows the first', () => {
    expect(compile(short()).plan?.nodes.mail?.next.refused).toEqual({ to: 'stop' })
  })
  test('V03: a step nobody can reach', () =>
    expect(codes(short({ alone: 'wait-duration' }))).toEqual(['V03 alone']))
  test('V12: a loop without a limit; its fix gives it one', () => {
    const draft = withCondition({ event: 'Order Completed' }, {}, [
      'mail:sent > pause',
      'pause:done > asks',
    ])
    const looping = {
      ...draft,
      graph: {
        ...draft.graph,
        edges: draft.graph.edges.map((edge) =>
          edge.exit === 'no' ? { ...edge, to: 'mail' } : edge,
        ),
      },
    }
    const { problems } = compile(looping)
    expect(problems.map(({ code, exit }) => [code, exit])).toEqual([['V12', 'no']])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(looping, fix, definitions))).toEqual([])
  })
  test('V29: a loop that never waits', () => {
    const draft = short(
      { asks: ['condition', { branches: [{ exit: 'yes', rule: { event: 'Order Completed' } }] }] },
      ['start:entered > mail', 'mail:sent > asks', 'asks:yes > stop', 'asks:no > mail x3'],
    )
    expect(codes(draft)).toEqual(['V29 asks'])
  })
  test('V28: a type, or a version, that is not known here', () => {
    expect(
      codes(short({ odd: 'send-pigeon' }, ['start:entered > mail', 'mail:sent > odd'])),
    ).toContain('V28 odd')
    const draft = short()
    const [start, ...rest] = draft.graph.nodes
    const later = {
      ...draft,
      graph: { ...draft.graph, nodes: start ? [{ ...start, version: 9 }, ...rest] : rest },
    }
    expect(compile(later).problems[0]?.message).toBe(
      'Custom step “Cart abandoned” is missing version 9 here.',
    )
  })
  test.each([
    [
      'an exit that is not there',
      ['start:entered > mail', 'mail:sent > stop', 'mail:lost > stop'],
      'this exit no longer exists',
    ],
    [
      'an edge back to the trigger',
      ['start:entered > mail', 'mail:sent > stop', 'mail:refused > start'],
      'it leads back to what starts the scenario',
    ],
    [
      'an edge to nothing',
      ['start:entered > mail', 'mail:sent > stop', 'mail:refused > gone'],
      'it leads to a step that is gone',
    ],
    [
      'two edges from one exit',
      ['start:entered > mail', 'mail:sent > stop', 'mail:sent > mail'],
      'this exit leads to two steps',
    ],
  ])('V30: %s', (_case, edges, reason) => {
    const { problems } = compile(short({}, edges))
    expect(problems.map(({ code, params }) => [code, params.reason])).toEqual([['V30', reason]])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(short({}, edges), fix, definitions))).toEqual([])
  })
  test('V30: two steps with one id', () => {
    const draft = short()
    const twice = {
      ...draft,
      graph: { ...draft.graph, nodes: [...draft.graph.nodes, ...draft.graph.nodes.slice(-1)] },
    }
    expect(codes(twice)).toEqual(['V30 stop'])
  })
})

describe('what steps say', () => {
  test('V04: a wait without a length', () =>
    expect(
      codes(withCondition({ event: 'Order Completed' }, { pause: ['wait-duration', { for: '' }] })),
    ).toEqual(['V04 pause']))
  test('V05: an email without a message', () =>
    expect(codes(short({ mail: 'send-email' }))).toEqual(['V05 mail']))
  test('V13: shares that do not add up, levelled by the fix', () => {
    const shares = [
      { exit: 'a', share: 30 },
      { exit: 'b', share: 30.5 },
    ]
    const draft = short({ parts: ['random-split', { shares }] }, [
      'start:entered > parts',
      'parts:a > mail',
      'parts:b > stop',
      'mail:sent > stop',
    ])
    const { problems } = compile(draft)
    expect(problems.map(({ message }) => message)).toEqual([
      'The shares add up to 60.5%, not 100%.',
    ])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(draft, fix, definitions))).toEqual([])
  })
  test('V14: an empty condition', () => {
    expect(codes(withCondition({ or: [] }))).toEqual(['V14 asks'])
    expect(codes(short({}, undefined, { exitRules: [{ key: 'odd', rule: { or: [] } }] }))).toEqual([
      'V14',
    ])
  })
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'a wrong duration',
      'wait-duration',
      { for: 'soon' },
      '“Wait” cannot be read: this is not a length of time.',
    ],
    [
      'a wrong time',
      'wait-date',
      { at: '25:00' },
      '“At” cannot be read: this is not a time of day.',
    ],
    ['a field that is not set', 'set-field', {}, '“Field” cannot be read: a value is missing.'],
    [
      'a choice that does not exist',
      'wait-duration',
      { since: 'never' },
      '“Counted from” cannot be read: this choice does not exist.',
    ],
  ])('V30: %s', (_case, type, config, message) => {
    const draft = short({ odd: [type, config] }, [
      'start:entered > odd',
      'odd:done > mail',
      'mail:sent > stop',
    ])
    expect(compile(draft).problems.map((problem) => problem.message)).toEqual([message])
  })
  test('V30: a rule about a step that is gone', () => {
    const { problems } = compile(
      withCondition({ or: [{ event: 'Order Completed' }, { event: 'page', since: 'gone' }] }),
    )
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['V30', 'branches.0.rule.or.1'],
    ])
  })
  test('V30: a comparison without a value', () =>
    expect(codes(withCondition({ field: 'locale', op: '=' }))).toEqual(['V30 asks']))
})

describe('what mails lack', () => {
  const sending = (
    fault: Partial<CompileFacts['templates'][string]>,
    settings?: Partial<Draft['settings']>,
  ) =>
    compile(short({}, undefined, settings), {
      templates: { help: { ...mail('Help'), ...fault } },
    }).problems.map(({ message }) => message)
  test('V06', () =>
    expect(sending({ hasUnsubscribe: false })).toEqual(['This email has no unsubscribe link.']))
  test('V06 does not apply to service messages', () =>
    expect(sending({ hasUnsubscribe: false }, { typology: 'service' })).toEqual([]))
  test('V07', () => expect(sending({ hasSubject: false })).toEqual(['This email has no subject.']))
  test('V19', () =>
    expect(sending({ deleted: true })).toEqual(['“Help” was deleted. Choose another one.']))
  test('V31', () => expect(sending({ errorLine: 12 })).toEqual(['“Help” has an error on line 12.']))
  test('V32', () => expect(sending({ isEmpty: true })).toEqual(['This email is empty.']))
  test('V08', () =>
    expect(sending({ usedFields: ['shoeSize'] })).toEqual([
      '“shoeSize” is not known for any customer.',
    ]))
  test('V08 spares what the flow itself writes', () => {
    const draft = withCondition(
      { field: 'shoeSize', op: 'known' },
      { note: ['set-field', { field: 'shoeSize', value: 42 }] },
      ['mail:sent > note', 'note:done > asks'],
    )
    expect(codes(draft)).toEqual(['V03 pause'])
  })
  test('V09', () => {
    const { problems, plan } = compile(short(), { missing: { firstName: 1614 } })
    expect(problems.map(({ message }) => message)).toEqual([
      '1,614 customers have no “first name”. Add a text for them.',
    ])
    expect(plan).not.toBeNull()
  })
})

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
})

describe('the rules of the scenario', () => {
  test('V27: no goal said; “none” is an answer', () => {
    expect(codes(short({}, undefined, { goal: null }))).toEqual(['V27'])
    expect(codes(short({}, undefined, { goal: 'none' }))).toEqual([])
  })
  test('V30: a zone that does not exist', () =>
    expect(codes(short({}, undefined, { timeZone: 'Mars/Base' }))).toEqual(['V30']))
  test('V04: again after how long?', () =>
    expect(codes(short({}, undefined, { reentry: { mode: 'after', atOnceAfter: [] } }))).toEqual([
      'V04',
    ]))
})

test('exit rules and the goal are listened to wherever someone stands', () => {
  const exitRules = [
    {
      key: 'emptied',
      rule: {
        or: [{ field: 'cart.lines', op: '=', value: 0 } as const, { event: 'Product Removed' }],
      },
    },
    {
      key: 'loyal',
      rule: {
        and: [
          { segment: 'loyal', member: true },
          { not: { consent: 'email', state: 'given' } as const },
        ],
      },
    },
  ]
  expect(compile(short({}, undefined, { exitRules })).plan?.listens).toEqual([
    'Order Completed',
    'Product Removed',
    'consent:email',
    'field:cart.lines',
    'segment:loyal',
  ])
})

test('the tips of a French reader are in French', () => {
  const { problems } = compilePlan(
    short({}, undefined, { goal: null }),
    definitions,
    plentifulFacts,
    'fr',
  )
  expect(problems[0]?.message).toBe(
    'Pas d’objectif\u00a0: dites ce qu’est la réussite, ou choisissez «\u202fsans objectif\u202f».',
  )
})
