import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmtpSink, startSmtpSink } from '../testing/smtp-sink'
import { deliverEmail } from './deliver'
import { closeEmailTransports, emailTransport } from './transport'

const recipients: string[] = []
let sink: SmtpSink
beforeAll(async () => {
  sink = await startSmtpSink({
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address)
      done()
    },
  })
})
afterAll(async () => {
  closeEmailTransports()
  await sink.close()
})

const sendTo = async (address: string) => {
  recipients.length = 0
  const delivery = await deliverEmail(emailTransport(sink.url), {
    messageId: '<0198-mail-1-1@relance.example>',
    from: { name: 'Galerie Lumen', address: 'bonjour@shop.example' },
    to: { address },
    subject: 'Bonjour',
    html: '<p>Bonjour</p>',
    text: 'Bonjour',
    unsubscribeUrl: null,
  })
  return { result: delivery.result, recipients: [...recipients] }
}

test.each(['info@bücher.example', 'élodie@été.example', "o'brien+shop@example.co.uk"])(
  'a mail to %s reaches that mailbox alone',
  async (address) => {
    expect(await sendTo(address)).toEqual({ result: 'sent', recipients: [address] })
  },
)

test('a local part in quotes is refused here, and never becomes another address', async () => {
  expect(await sendTo('"jean dupont, x"@example.com')).toEqual({
    result: 'refused',
    recipients: [],
  })
})
