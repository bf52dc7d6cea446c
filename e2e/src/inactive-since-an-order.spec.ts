import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Message, type Page, testWorkspace } from './support/relance'

const FILE = new URL('../../db/sample/cdnow.txt', import.meta.url)

/** Counted from the file alone: customers whose last order lies at least 90 days before 1998-07-01. */
function silentFor90Days(file: string): number {
  const lastOrder = new Map<string, string>()
  for (const line of file.split('\n')) {
    const [customer, date] = line.trim().split(/\s+/)
    if (!customer || !date || !/^\d{8}$/.test(date)) continue
    if ((lastOrder.get(customer) ?? '') < date) lastOrder.set(customer, date)
  }
  return [...lastOrder.values()].filter((date) => date <= '19980402').length
}

interface Progress {
  state: string
  read: number
  taken: number
  refused: number
}

test('the sample orders are imported, and all who are silent for 90 days enter; nobody is mailed without an address', async () => {
  test.setTimeout(600_000)
  const file = readFileSync(FILE, 'utf8')
  const expected = silentFor90Days(file)
  expect(expected).toBe(20_288)

  const relance = await testWorkspace('sample orders', '1998-07-01T00:00:00Z')
  const form = new FormData()
  form.set('kind', 'cdnow')
  form.set('file', new Blob([file]), 'cdnow.txt')
  const { id } = await relance.call<{ id: string }>('POST', '/api/imports', form)
  const progress = () => relance.call<Progress>('GET', `/api/imports/${id}`)
  await expect.poll(async () => (await progress()).state, { timeout: 240_000 }).toBe('done')
  expect(await progress()).toMatchObject({ read: 69_659, taken: 69_659, refused: 0 })

  const { id: flowId } = await relance.call<{ id: string }>('POST', '/api/flows', {
    template: 'cart-abandonment',
  })
  const { graph, settings, revision } = await relance.call<{
    graph: { nodes: { type: string; config: Record<string, unknown> }[] }
    settings: object
    revision: number
  }>('GET', `/api/flows/${flowId}/draft`)
  const template = graph.nodes.find(({ type }) => type === 'send-email')?.config.template
  await relance.call('PUT', `/api/flows/${flowId}/draft`, {
    flowId,
    revision,
    settings: { ...settings, exitRules: [] },
    positions: {},
    graph: {
      nodes: [
        {
          id: 'start',
          type: 'on-inactive',
          version: 1,
          config: { signals: ['order'], match: 'all', for: 'P90D' },
        },
        { id: 'mail', type: 'send-email', version: 1, config: { template } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  const published = await relance.call('POST', `/api/flows/${flowId}/publish`, {
    people: 'finish',
    alsoPast: true,
  })
  expect(published).toEqual({ version: 1, entered: expected })
  expect(await relance.advance('1998-07-01T00:00:00Z')).toMatchObject({ messages: 0 })
  const { nodes } = await relance.call<{ nodes: Record<string, { entered: number }> }>(
    'GET',
    `/api/flows/${flowId}/stats`,
  )
  expect(nodes.start?.entered).toBe(expected)
  const { items } = await relance.call<Page<Message>>(
    'GET',
    `/api/messages?flowId=${flowId}&limit=500`,
  )
  expect(new Set(items.map(({ state, reason }) => `${state}: ${reason}`))).toEqual(
    new Set(['refused: no-address']),
  )
})
