import { expect, test } from 'vitest'
import { classifyReply } from './classify-reply'

const reply = (response: string, command = 'RCPT TO', code = 'EENVELOPE') =>
  classifyReply({
    code,
    message: response,
    response,
    responseCode: Number(response.slice(0, 3)),
    command,
  })

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
  expect(classifyReply({ code: 'EENVELOPE', message: 'No recipients defined' })).toMatchObject({
    result: 'refused',
    class: 'hard',
  })
})

test.each(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS'])('%s is tried again', (code) => {
  expect(classifyReply({ code, message: 'gone' })).toEqual({
    result: 'retry',
    code,
    reason: 'gone',
  })
})
