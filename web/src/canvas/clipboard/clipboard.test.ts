import { describe, expect, test } from 'vitest'
import type { Clip } from '../document/clipboard'
import { readClip, writeClip } from './clip-text'
import { type Choice, matchNeeds, proposed } from './match-needs'
import { packClip, type Shelf } from './pack-clip'
import { unpackClip } from './unpack-clip'

const node = (id: string, type: string, config: Record<string, unknown>) => ({
  ...{ id, type, version: 1, config },
})
const clip: Clip = {
  nodes: [
    node('mail', 'send-email', { template: 'id-mail', offer: 'id-offer', whenHeld: 'wait' }),
    node('asks', 'condition', {
      branches: [
        {
          exit: 'yes',
          rule: {
            and: [
              { segment: 'id-loyal', member: true },
              { field: 'email', op: '=', value: 'ann@shop.example' },
              { event: 'Sheep Counted', of: 'mail' },
            ],
          },
        },
      ],
    }),
    node('call', 'call-webhook', {
      method: 'POST',
      url: 'https://user:word@api.example/hook?token=t0p',
      headers: { Authorization: 'Bearer t0p' },
    }),
  ],
  edges: [{ from: 'mail', exit: 'sent', to: 'asks' }],
  positions: { mail: { x: 0, y: 0 } },
}
const languages = {
  en: { subject: 'Hello', preheader: '', mjml: '<mjml/>' },
  fr: { subject: 'Bonjour', preheader: '', mjml: '<mjml/>' },
}
const bought = { field: 'ordersCount', op: '>=', value: 3 } as const
const shelf: Shelf = {
  mail: async (id) => (id === 'id-mail' ? { key: null, name: 'Été !', languages } : undefined),
  offer: async () => ({
    ...{ name: 'Credit', kind: 'credit' as const, valueCents: 2500, currency: 'EUR' },
    ...{ minimumCents: 4000, validFor: 'P30D' },
  }),
  segment: async (id) =>
    id === 'id-loyal'
      ? { name: 'Loyal', rule: { and: [bought, { segment: 'id-regular', member: true }] } }
      : { name: 'Regular', rule: bought },
}
const packed = packClip(clip, shelf)

describe('what is copied', () => {
  test('names its mails in all languages, its offers, its segments with those they are made of, and its events', async () => {
    expect((await packed).needs).toEqual({
      messages: [{ key: 'ete', name: 'Été !', languages }],
      offers: [
        {
          ...{ key: 'credit', name: 'Credit', kind: 'credit', valueCents: 2500, currency: 'EUR' },
          ...{ minimumCents: 4000, validFor: 'P30D' },
        },
      ],
      segments: [
        { key: 'regular', name: 'Regular', rule: bought },
        {
          key: 'loyal',
          name: 'Loyal',
          rule: { and: [bought, { segment: 'regular', member: true }] },
        },
      ],
      events: ['Sheep Counted'],
    })
    expect((await packed).nodes[0]?.config).toMatchObject({ template: 'ete', offer: 'credit' })
  })
  test('holds no ids of the workspace, nobody’s address, and no secret', async () => {
    const text = writeClip(await packed)
    for (const secret of ['id-mail', 'id-loyal', 'id-offer', 'ann@', 't0p', 'word'])
      expect(text).not.toContain(secret)
    expect((await packed).nodes[2]?.config).toMatchObject({
      url: 'https://api.example/hook',
      headers: { Authorization: '' },
    })
  })
  test('a mail that is gone is left out of the step', async () => {
    const gone = await packClip(clip, { ...shelf, mail: async () => undefined })
    expect(gone.nodes[0]?.config.template).toBeNull()
    expect(gone.needs.messages).toEqual([])
  })
  test('comes back as it was written', async () => {
    expect(readClip(writeClip(await packed))).toEqual({ clip: await packed, unread: 0 })
  })
})

describe('what is read', () => {
  test('a text that is not a copied step is refused', () => {
    for (const text of ['hello', '{"relance":"people"}', '[]', 'null'])
      expect(readClip(text)).toBeNull()
    const broken = { relance: 'nodes', version: 1, nodes: [{ id: 'X y', type: 'end' }], edges: [] }
    expect(readClip(JSON.stringify(broken))).toBeNull()
  })
  test('of a newer version’s steps those that are known are read, with the paths among them', () => {
    const nodes = [
      node('a', 'end', {}),
      node('b', 'send-dream', {}),
      { ...node('c', 'end', {}), version: 7 },
      node('d', 'wait-duration', { for: 'P1D' }),
    ]
    const edges = [
      { from: 'd', exit: 'done', to: 'a' },
      { from: 'd', exit: 'dreamt', to: 'b' },
      { from: 7 },
    ]
    const text = JSON.stringify({ relance: 'nodes', version: 2, nodes, edges, needs: 'many' })
    const read = readClip(text)
    expect(read?.unread).toBe(2)
    expect(read?.clip.nodes.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(read?.clip.edges).toEqual([{ from: 'd', exit: 'done', to: 'a' }])
  })
})

describe('what is pasted', () => {
  const stock = {
    template: [{ id: 'm-1', name: 'été !', key: null }],
    offer: [],
    segment: [{ id: 's-1', name: 'Others' }],
    events: ['page'],
  }
  test('things of the same name are found; what is missing is proposed as a copy, an event is left', async () => {
    const matches = matchNeeds((await packed).needs, stock)
    expect(matches.map((match) => [match.kind, match.name, match.found, proposed(match)])).toEqual([
      ['template', 'Été !', 'm-1', { take: 'm-1' }],
      ['segment', 'Regular', null, 'copy'],
      ['segment', 'Loyal', null, 'copy'],
      ['offer', 'Credit', null, 'copy'],
      ['event', 'Sheep Counted', null, 'leave'],
    ])
  })
  test('takes what was chosen, makes what is copied, and leaves the rest empty', async () => {
    const made: unknown[] = []
    const make = {
      mail: async () => 'never',
      segment: async (name: string, rule: unknown) => {
        made.push([name, rule])
        return `new-${name}`
      },
      offer: async () => 'never',
    }
    const choices: Record<string, Choice> = {
      'template ete': { take: 'm-1' },
      'segment regular': { take: 's-1' },
      'segment loyal': 'copy',
      'offer credit': 'leave',
      'event Sheep Counted': { take: 'Sheep Seen' },
    }
    const own = await unpackClip(await packed, (kind, key) => choices[`${kind} ${key}`], make)
    // Made of the one that stands in for its own.
    expect(made).toEqual([['Loyal', { and: [bought, { segment: 's-1', member: true }] }]])
    expect(own.nodes[0]?.config).toMatchObject({ template: 'm-1', offer: null })
    expect(JSON.stringify(own.nodes[1]?.config)).toContain('{"segment":"new-Loyal","member":true}')
    expect(JSON.stringify(own.nodes[1]?.config)).toContain('"event":"Sheep Seen"')
  })
})
