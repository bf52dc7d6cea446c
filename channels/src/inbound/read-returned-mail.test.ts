import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnedFixture } from '../testing/returned-fixture'
import { readReturnedMail } from './read-returned-mail'

const fixture = (name: string) => returnedFixture(name)
const read = async (name: string, from = '') => readReturnedMail(await fixture(name), from)

test.each([
  ['postfix-unknown-user', 'hard', '5.1.1'],
  ['exchange-unknown-user', 'hard', '5.1.10'],
  ['gmail-unknown-user', 'hard', '5.1.1'],
  ['postfix-mailbox-full', 'soft', '5.2.2'],
  ['gmail-over-quota', 'soft', '4.2.2'],
  ['exchange-blocked', 'blocked', '5.7.1'],
])('%s is a %s bounce, %s', async (name, kind, code) => {
  expect(await read(name)).toMatchObject({ kind: 'bounce', class: kind, code })
})

test('the reason is the other server’s own words', async () => {
  expect(await read('postfix-unknown-user')).toMatchObject({
    reason: expect.stringMatching(/^550 5\.1\.1 .*User unknown in virtual mailbox table$/),
  })
})

test('a server that still tries has not given up', async () => {
  expect(await read('postfix-delayed')).toEqual({ kind: 'automatic' })
})

test('a complaint is one, and “this is no spam” is none', async () => {
  expect(await read('feedback-abuse', 'feedback@arf.mailbox.example')).toEqual({
    kind: 'complaint',
    feedback: 'abuse',
  })
  expect(await read('feedback-not-spam', 'feedback@arf.mailbox.example')).toEqual({
    kind: 'automatic',
  })
})

test('out of office is nobody’s answer, whether headers say so or only the subject', async () => {
  expect(await read('out-of-office-exchange')).toEqual({ kind: 'automatic' })
  expect(await read('out-of-office-fr', 'helene@boite.example')).toEqual({ kind: 'automatic' })
})

test('an answer is read with what its writer said, without what they quote', async () => {
  expect(await read('reply', 'ada@customer.example')).toMatchObject({
    kind: 'reply',
    reply: {
      mailId: '<CAF1@mail.customer.example>',
      from: 'ada@customer.example',
      fromName: 'Ada Customer',
      subject: 'Re: Need a hand?',
      said: 'Does the blue one come in size 38? Merci, à bientôt.',
      text: expect.stringContaining('Your cart is still here.'),
    },
  })
})

test('an answer that carries a report along reports nothing', async () => {
  const report = await fixture('postfix-unknown-user')
  const raw = Buffer.from(
    `From: ada@customer.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nWhat is this?\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n${report}\r\n--x--\r\n`,
  )
  expect(await readReturnedMail(raw, 'ada@customer.example')).toMatchObject({ kind: 'reply' })
})

test('a server’s notice in words of its own is not guessed at', async () => {
  expect(await read('plain-failure-notice')).toEqual({ kind: 'unreadable' })
})

test.each([
  ['a head without end', 'X: y\n'.repeat(600_000)],
  [
    'parts without end',
    `Content-Type: multipart/report; boundary=x\n\n${'--x\nA: b\n'.repeat(200_000)}`,
  ],
  [
    'parts within parts',
    Array.from(
      { length: 20_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join(''),
  ],
])('%s is not read, and stops nothing', async (_, raw) => {
  expect(await readReturnedMail(Buffer.from(raw), 'a@b.example')).toEqual({ kind: 'unreadable' })
})

test('an answer whose HTML is very long is still an answer', async () => {
  const raw = `From: ada@customer.example\nContent-Type: text/html\n\n${'<p>Yes'.repeat(100_000)}`
  expect(await readReturnedMail(Buffer.from(raw), 'a@b.example')).toMatchObject({ kind: 'reply' })
})

test('nothing that may come throws', async () => {
  const known = await Promise.all(
    ['postfix-unknown-user', 'feedback-abuse', 'gmail-over-quota', 'reply'].map(fixture),
  )
  const torn = fc
    .tuple(fc.constantFrom(...known), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 200 }))
    .map(([mail, from, length, junk]) => {
      const start = from % mail.length
      return Buffer.concat([mail.subarray(0, start), junk, mail.subarray(start + (length % 500))])
    })
  const anything = fc.oneof(
    torn,
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  )
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom('', 'a@b.example'), async (raw, from) => {
      expect(await readReturnedMail(raw, from)).toHaveProperty('kind')
    }),
    { numRuns: 300 },
  )
})
