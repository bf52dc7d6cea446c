import { expect, test } from 'vitest'
import { classifyReply } from './classify-reply'

const reply = (response: string, command = 'RCPT TO', code = 'EENVELOPE') =>
  classifyReply(
    { code, message: response, response, responseCode: Number(response.slice(0, 3)), command },
    false,
  )

test.each([
  ['550 5.1.1 No such user', 'hard'],
  ['550 5.1.10 Null MX', 'hard'],
  ['550 5.2.1 Mailbox disabled', 'hard'],
  ['551 User not local', 'hard'],
  ['553 Mailbox name invalid', 'hard'],
  ['552 5.2.2 Over quota', 'soft'],
  ['554 5.4.1 No route', 'soft'],
  ['552 Too much', 'soft'],
  ['550 5.1.8 Bad sender domain', 'blocked'],
  ['550 5.7.26 Not authenticated', 'blocked'],
  ['554 Transaction failed', 'blocked'],
])('%s is %s', (response, expected) => {
  expect(reply(response)).toMatchObject({ result: 'refused', class: expected })
})

test('550 for our own sender says nothing of the recipient', () => {
  expect(reply('550 Sender refused', 'MAIL FROM')).toMatchObject({ class: 'blocked' })
})

test('a reply of several lines keeps its status', () => {
  expect(reply('550-5.1.1 No such user\n550 5.1.1 see help')).toMatchObject({
    class: 'hard',
    code: '5.1.1',
  })
})

test('an address nodemailer cannot write is a hard refusal', () => {
  expect(
    classifyReply({ code: 'EENVELOPE', message: 'No recipients defined' }, false),
  ).toMatchObject({
    result: 'refused',
    class: 'hard',
  })
})

test.each(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS'])('%s is tried again', (code) => {
  const failure = { code, message: 'gone', command: 'CONN' }
  const retry = { result: 'retry', code, reason: 'gone' }
  expect(classifyReply(failure, false)).toEqual({ ...retry, why: 'unavailable' })
  expect(classifyReply(failure, true)).toEqual({ ...retry, why: 'unsure' })
})

test('a password that is refused, or a server that serves nobody, is no matter of the mail', () => {
  expect(reply('535 5.7.8 Bad password', 'AUTH PLAIN', 'EAUTH')).toMatchObject({
    ...{ result: 'retry', why: 'unavailable' },
  })
  expect(reply('451 4.7.1 Later')).toMatchObject({ result: 'retry', why: 'later' })
})
