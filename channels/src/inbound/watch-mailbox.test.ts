import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImapServer, startImapServer } from '../testing/imap-server'
import type { Arrival } from './listen-smtp'
import { SmtpRefusal } from './smtp-refusal'
import { type MailboxWatch, type WatchedMailbox, watchMailbox } from './watch-mailbox'

let server: ImapServer
let watch: MailboxWatch | null
const taken: Arrival<string>[] = []
const errors: unknown[] = []
beforeEach(async () => {
  taken.length = 0
  errors.length = 0
  watch = null
  server = await startImapServer()
})
afterEach(async () => {
  await watch?.close()
  await server.close()
})

const start = (change: Partial<WatchedMailbox<string>> = {}) => {
  watch = watchMailbox<string>({
    url: server.url,
    mailboxOf: async (address) => (address.startsWith('bounce+') ? address : null),
    take: async (arrival) => void taken.push(arrival),
    onError: (error) => void errors.push(error),
    ...change,
  })
}
const mail = (to: string, rest = '') =>
  `Return-Path: <>\r\nDelivered-To: ${to}\r\nTo: someone@else.example\r\nSubject: Undelivered\r\n\r\nNo such user${rest}`
const flagsOf = (place: number) => [...(server.mails[place]?.flags ?? [])]

test('unread mails are taken whole and marked as read, those that arrive later too', async () => {
  server.arrive(mail('bounce+a@mail.shop.example'))
  start()
  await expect.poll(() => flagsOf(0)).toEqual(['\\Seen'])
  server.arrive(mail('bounce+b@mail.shop.example'))
  await expect.poll(() => flagsOf(1)).toEqual(['\\Seen'])
  expect(taken).toMatchObject([
    { mailboxes: ['bounce+a@mail.shop.example'], from: '' },
    { mailboxes: ['bounce+b@mail.shop.example'], from: '' },
  ])
  expect(taken[0]?.raw.toString()).toBe(server.mails[0]?.raw.toString())
})

test('what is for nobody, too large or refused is left for a person to look at', async () => {
  server.arrive(mail('hello@mail.shop.example'))
  server.arrive(mail('bounce+a@mail.shop.example', 'x'.repeat(2000)))
  server.arrive(mail('bounce+b@mail.shop.example'))
  start({
    maxBytes: 1000,
    take: async () => {
      throw new SmtpRefusal(554, '5.6.0 Reports only')
    },
  })
  const looked = ['\\Seen', '\\Flagged']
  await expect.poll(() => [0, 1, 2].map(flagsOf)).toEqual([looked, looked, looked])
  expect(errors).toEqual([])
})

test('what cannot be kept now stays unread, is told of, and is taken at the next look', async () => {
  server.arrive(mail('bounce+a@mail.shop.example'))
  let isAway = true
  start({
    take: async (arrival) => {
      if (isAway) throw new Error('The database is away.')
      taken.push(arrival)
    },
  })
  await expect.poll(() => errors).toHaveLength(1)
  expect(flagsOf(0)).toEqual([])
  isAway = false
  server.arrive(mail('bounce+b@mail.shop.example'))
  await expect.poll(() => [0, 1].map(flagsOf)).toEqual([['\\Seen'], ['\\Seen']])
})

test('a server that goes away is asked again', async () => {
  start()
  server.arrive(mail('bounce+a@mail.shop.example'))
  await expect.poll(() => flagsOf(0)).toEqual(['\\Seen'])
  server.drop()
  await expect.poll(() => errors).toHaveLength(1)
  server.arrive(mail('bounce+b@mail.shop.example'))
  await expect.poll(() => taken).toHaveLength(2)
})
