import type { Relance } from './relance'

const HEAD = '<mjml><mj-body><mj-section><mj-column><mj-text>'
const FOOT = '</mj-text></mj-column></mj-section></mj-body></mjml>'
const LEAVE = '<a href="{{ unsubscribe_url }}">Unsubscribe</a>'
const mjml = (text: string, leave = LEAVE) => `${HEAD}${text} ${leave}${FOOT}`

/** Mails, each with one fault. */
const mails = {
  'Without a way out': { subject: 'Hello', mjml: mjml('A text', '') },
  'Without a subject': { subject: '', mjml: mjml('A text') },
  'Of shoes': { subject: 'Hello', mjml: mjml('Size {{ contact.traits.shoe_size }}') },
  'Of names': { subject: 'Hello', mjml: mjml('Dear {{ contact.last_name }}') },
  Empty: { subject: 'Hello', mjml: mjml('', '') },
}

type Mails = Record<keyof typeof mails | 'Sound', string>

/** Makes the mails, and one without a fault. */
async function writeMails(relance: Relance): Promise<Mails> {
  const all = { ...mails, Sound: { subject: 'Hello', mjml: mjml('A text') } }
  const made = await Promise.all(
    Object.entries(all).map(async ([name, source]) => {
      const { id } = await relance.call<{ id: string }>('POST', '/api/mail-templates', {
        name,
        locale: 'en',
        ...source,
      })
      return [name, id] as const
    }),
  )
  return Object.fromEntries(made) as Mails
}

const bought = { event: 'Order Completed' }
const asks = (id: string, rule: object, name?: string) => ({
  id,
  type: 'condition',
  config: { branches: [{ exit: 'yes', rule }] },
  ...(name && { name }),
})
const sends = (id: string, template: string | null, more: object = {}) => ({
  id,
  type: 'send-email',
  config: { template, whenHeld: 'wait', offer: null, ...more },
})
const pauses = (id: string, length: string) => ({
  id,
  type: 'wait-duration',
  config: { for: length, since: 'here' },
})
const waits = (id: string, event: string, atMost = 'P2D') => ({
  id,
  type: 'wait-event',
  config: { event, atMost },
})

const nodesOf = (mail: Mails, offer: string) => [
  { id: 'start', type: 'on-event', config: { event: 'page' } },
  pauses('untimed', ''),
  sends('gift', mail.Sound, { offer }),
  sends('unchosen', null),
  sends('no-way-out', mail['Without a way out']),
  sends('no-subject', mail['Without a subject']),
  sends('of-shoes', mail['Of shoes']),
  sends('of-names', mail['Of names']),
  sends('empty', mail.Empty),
  { ...sends('gone', '01980000-0000-7000-8000-000000000000'), name: 'Farewell' },
  pauses('unreadable', 'soon'),
  {
    id: 'parts',
    type: 'random-split',
    config: {
      shares: [
        { exit: 'a', share: 30 },
        { exit: 'b', share: 30.5 },
      ],
    },
  },
  asks('nothing', { or: [] }),
  asks('always', { and: [] }),
  sends('quick', mail.Sound),
  asks('too-soon', { event: 'Email Link Clicked', of: 'quick' }, 'Has clicked?'),
  waits('opened', 'Email Opened'),
  sends('credit', mail.Sound, { offer }),
  waits('too-long', 'Order Completed', 'P31D'),
  waits('unheard', 'Signed Up'),
  asks('endless', bought),
  asks('restless', bought),
  sends('again', mail.Sound),
  waits('open', 'Order Completed', 'P30D'),
  { ...pauses('alone', 'P1D'), name: 'Alone' },
  { ...pauses('newer', 'P1D'), version: 9, name: 'Newer' },
  { id: 'stop', type: 'end', config: { as: 'exit', reason: 'done' } },
]

/** `step:exit > step`, in order. */
const paths = [
  'start:entered > untimed',
  'untimed:done > newer',
  'newer:done > gift',
  'gift:sent > unchosen',
  'unchosen:sent > no-way-out',
  'no-way-out:sent > no-subject',
  'no-subject:sent > of-shoes',
  'of-shoes:sent > of-names',
  'of-names:sent > empty',
  'empty:sent > gone',
  'gone:sent > unreadable',
  'unreadable:done > parts',
  'parts:a > nothing',
  'parts:b > stop',
  'nothing:yes > always',
  'nothing:no > stop',
  'always:yes > quick',
  'always:no > stop',
  'quick:sent > too-soon',
  'too-soon:yes > opened',
  'too-soon:no > stop',
  'opened:happened > credit',
  'opened:timed-out > stop',
  'credit:sent > too-long',
  'too-long:happened > stop',
  'too-long:timed-out > unheard',
  'unheard:happened > stop',
  'unheard:timed-out > endless',
  'endless:yes > open',
  'endless:no > unheard',
  'open:happened > restless',
  'restless:yes > stop',
  'restless:no > again x3',
  'again:sent > restless',
]

const edges = paths.map((path) => {
  const [, from, exit, to, times] = /^(\S+):(\S+) > (\S+)(?: x(\d))?$/.exec(path) ?? []
  return { from, exit, to, ...(times && { atMost: Number(times) }) }
})

/** Places by column, so that every step can be clicked. */
const positions = (nodes: { id: string }[]) =>
  Object.fromEntries(
    nodes.map(({ id }, i) => [id, { x: Math.floor(i / 9) * 400, y: (i % 9) * 200 }]),
  )

/** A scenario that breaks every rule which a drawing alone can break. Answers its flow's id. */
export async function drawBroken(relance: Relance): Promise<string> {
  const mail = await writeMails(relance)
  const offer = await relance.call<{ id: string }>('POST', '/api/offers', {
    ...{ name: 'Credit', kind: 'credit', valueCents: 2500, currency: 'EUR', minimumCents: 4000 },
    validFor: 'P30D',
  })
  const nodes = nodesOf(mail, offer.id)
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'Broken',
    graph: { nodes, edges },
    positions: positions(nodes),
    settings: { goal: null },
  })
  return id
}
