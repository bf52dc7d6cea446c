import { graph } from '@relance/core/graph/graph'
import { rule } from '@relance/core/rule/rule'
import { expect, test } from 'vitest'
import { loadMails } from './load-mails'
import { loadScenarios, readScenario } from './load-scenarios'
import { frenchFaults } from './testing/french-faults'

const scenarios = await loadScenarios('fr')
const find = (key: string) => {
  const found = scenarios.find((scenario) => scenario.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

test('every scenario is there, as a graph the core accepts', () => {
  expect(scenarios.map(({ key }) => key)).toEqual([
    'at-risk',
    'birthday',
    'cart-abandonment',
    'commercial-inactive',
    'complementary-products',
    'declining-activity',
    'double-opt-in',
    'inactive-sign-up',
    'newsletter',
    'opt-out',
    'order-confirmation',
    'post-delivery',
    'replenishment',
    'score-drop',
    'six-month-absence',
    'sunset',
    'technical-inactive',
    'welcome-customer',
    'welcome-sign-up',
    'win-back',
  ])
  for (const scenario of scenarios) expect(graph.parse(scenario.graph)).toEqual(scenario.graph)
})

test.each(scenarios)(
  '$key names only mails and offers it says it needs, and which exist',
  async ({ graph, needs, offers }) => {
    const values = (field: string) => [
      ...new Set(
        graph.nodes.map(({ config }) => config[field]).filter((value) => value !== undefined),
      ),
    ]
    expect(values('template').sort()).toEqual([...needs.mails].sort())
    expect(values('offer')).toEqual(needs.offers)
    expect(offers.map(({ key }) => key)).toEqual(needs.offers)
    const shipped = (await loadMails()).map(({ key }) => key)
    expect(shipped).toEqual(expect.arrayContaining(needs.mails))
  },
)

test.each(scenarios)('$key leaves no step unreachable and no end with a way out', ({ graph }) => {
  const reached = new Set(
    graph.nodes.filter(({ type }) => type.startsWith('on-')).map(({ id }) => id),
  )
  expect(reached.size).toBe(1)
  for (const id of reached) for (const { from, to } of graph.edges) if (from === id) reached.add(to)
  expect([...reached].sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
  for (const { id, type } of graph.nodes) {
    expect(graph.edges.some(({ from }) => from === id)).toBe(type !== 'end')
  }
})

test.each(scenarios)('$key keeps to French typography', ({ name, about, graph }) => {
  const words = [name.fr, about.fr, ...graph.nodes.map((node) => node.name ?? '')]
  expect(words.flatMap(frenchFaults)).toEqual([])
})

test('cart abandonment: help, a day, a reminder, four days, a last word, then until the sixtieth day', () => {
  const { graph, settings } = find('cart-abandonment')
  expect(graph.edges.map(({ from, exit, to }) => `${from} ${exit} ${to}`)).toEqual([
    'start entered mail-1',
    'mail-1 sent day-1',
    'day-1 done mail-2',
    'mail-2 sent day-4',
    'day-4 done mail-3',
    'mail-3 sent wait-order',
    'wait-order happened ordered',
    'wait-order timed-out no-return',
  ])
  expect(settings).toMatchObject({
    goal: { event: 'Order Completed' },
    exitRules: [{ key: 'cart-emptied', rule: { field: 'cart.lines', op: '=', value: 0 } }],
    reentry: { mode: 'per-key' },
    maxStay: 'P60D',
  })
})

test('declining activity: the rules parse, and only a reaction ends it before the credit', () => {
  const { graph, settings, offers } = find('declining-activity')
  const condition = graph.nodes.find(({ id }) => id === 'reacted')
  expect(condition?.config).toMatchObject({
    branches: [{ exit: 'yes', label: 'A réagi' }],
    otherwise: { exit: 'no', label: 'Sans réaction' },
  })
  const filter = graph.nodes.find(({ id }) => id === 'start')?.config.filter
  expect(rule.parse(filter)).toEqual(filter)
  expect(settings.reentry).toEqual({ mode: 'after', after: 'P60D', atOnceAfter: ['came-back'] })
  expect(offers).toMatchObject([
    { key: 'credit-25', valueCents: 2500, currency: 'EUR', validFor: 'P30D', usesPerCode: 1 },
  ])
})

test('names and labels follow the language asked for', async () => {
  const cart = (await loadScenarios('en')).find(({ key }) => key === 'cart-abandonment')
  expect(cart?.graph.nodes.find(({ id }) => id === 'mail-2')?.name).toBe('Reminder')
})

const complete = `key: cart
version: 1
name: { en: Cart, fr: Panier }
about: { en: Cart, fr: Panier }
needs: {}
settings: {}
nodes: [{ id: a, type: end }]
`

test.each([
  ['version', complete.replace('version: 1\n', '')],
  ['surprise', `${complete}surprise: yes`],
  ['its key', complete.replace('key: cart', 'key: other')],
])('a wrong file is named, with its fault: %s', (fault, text) => {
  expect(() => readScenario(text, 'cart.yaml')).toThrow(/The scenario cart\.yaml is wrong/)
  expect(() => readScenario(text, 'cart.yaml')).toThrow(fault)
})

test('a complete file is read', () => {
  expect(readScenario(complete, 'cart.yaml')).toMatchObject({
    key: 'cart',
    offers: [],
    settings: { goal: null },
  })
})
