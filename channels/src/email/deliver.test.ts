import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { answer, type SmtpSink, startSmtpSink } from '../testing/smtp-sink'
import { deliverEmail } from './deliver'
import type { EmailMessage } from './email-message'
import { closeEmailTransports, emailTransport } from './transport'

const message: EmailMessage = {
  messageId: '<0198-mail-1-1@relance.example>',
  from: { name: 'Galerie Lumen', address: 'bonjour@shop.example' },
  to: { name: 'Élodie Duchemin', address: 'duchemin@example.com' },
  replyTo: { address: 'equipe@shop.example' },
  subject: 'Un coup de main\u202f?',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
  unsubscribeUrl: `https://r.example/u/${'k'.repeat(180)}`,
}

const sinks: SmtpSink[] = []
async function sinkWith(options?: SMTPServerOptions) {
  const sink = await startSmtpSink(options)
  sinks.push(sink)
  return { sink, transport: emailTransport(sink.url) }
}

afterEach(async () => {
  closeEmailTransports()
  await Promise.all(sinks.splice(0).map((sink) => sink.close()))
})

const refusing = (code: number, words: string): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(answer(code, words)),
})

test('a mail the server takes is sent, with its id, both parts and one-click unsubscribe', async () => {
  const { sink, transport } = await sinkWith()
  const delivery = await deliverEmail(transport, message)
  expect(delivery).toMatchObject({ result: 'sent', response: expect.stringMatching(/^250 /) })
  const [raw = ''] = sink.taken
  expect(raw).toContain('Message-ID: <0198-mail-1-1@relance.example>')
  expect(raw).toContain(`List-Unsubscribe: <${message.unsubscribeUrl}>`)
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(raw).toContain('From: Galerie Lumen <bonjour@shop.example>')
  expect(raw).toContain('Reply-To: equipe@shop.example')
  expect(raw).toContain('text/plain')
  expect(raw).toContain('text/html')
})

test('a service message has no unsubscribe headers', async () => {
  const { sink, transport } = await sinkWith()
  await deliverEmail(transport, { ...message, unsubscribeUrl: null })
  expect(sink.taken[0]).not.toContain('List-Unsubscribe')
})

test('one connection serves many mails', async () => {
  const connections = new Set<string>()
  const { sink, transport } = await sinkWith({
    onMailFrom: (_address, session, done) => {
      connections.add(session.id)
      done()
    },
  })
  for (let n = 0; n < 5; n++) await deliverEmail(transport, message)
  expect(sink.taken).toHaveLength(5)
  expect(connections.size).toBe(1)
  expect(emailTransport(sink.url)).toBe(transport)
})

test.each([
  [451, '4.3.0 Try again later', { result: 'retry', code: '4.3.0' }],
  [450, 'Greylisted', { result: 'retry', code: '450' }],
  [550, '5.1.1 No such user', { result: 'refused', class: 'hard', code: '5.1.1' }],
  [550, 'No such user', { result: 'refused', class: 'hard', code: '550' }],
  [552, '5.2.2 Mailbox full', { result: 'refused', class: 'soft', code: '5.2.2' }],
  [554, '5.7.1 Listed as spam', { result: 'refused', class: 'blocked', code: '5.7.1' }],
])('%i %s for the recipient', async (code, words, expected) => {
  const { transport } = await sinkWith(refusing(code, words))
  const delivery = await deliverEmail(transport, message)
  expect(delivery).toMatchObject(expected)
  expect(delivery).toMatchObject({ reason: expect.stringContaining(words) })
})

test('a refusal of the contents is about us, not about the address', async () => {
  const { transport } = await sinkWith({
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => done(answer(550, 'Looks like spam')))
    },
  })
  expect(await deliverEmail(transport, message)).toMatchObject({
    result: 'refused',
    class: 'blocked',
    code: '550',
  })
})

test('a server that refuses our password is tried again', async () => {
  const { sink } = await sinkWith({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(answer(535, '5.7.8 Wrong password')),
  })
  const transport = emailTransport(sink.url.replace('smtp://', 'smtp://me:wrong@'))
  expect(await deliverEmail(transport, message)).toMatchObject({ result: 'retry', code: '5.7.8' })
})

test('a server that turns everyone away is tried again', async () => {
  const { transport } = await sinkWith({
    onConnect: (_session, done) => done(answer(554, 'No service here')),
  })
  expect(await deliverEmail(transport, message)).toMatchObject({ result: 'retry', code: '554' })
})

test('a server that hangs is left at the deadline, and the pool goes on', async () => {
  const held: (() => void)[] = []
  const { sink, transport } = await sinkWith({
    onRcptTo: (_address, _session, done) => {
      if (held.length === 0) held.push(done)
      else done()
    },
  })
  expect(await deliverEmail(transport, message, 200)).toMatchObject({
    result: 'retry',
    code: 'ETIMEDOUT',
  })
  held[0]?.() // the server wakes too late: the connection is gone, nothing is delivered
  expect(await deliverEmail(transport, message)).toMatchObject({ result: 'sent' })
  expect(sink.taken).toHaveLength(1)
})

test('a connection cut in the middle of the mail is tried again, once, by the caller', async () => {
  let attempts = 0
  const cutting = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 here\r\n')
    socket.on('data', (data) => {
      const line = data.toString()
      if (line.startsWith('DATA')) {
        attempts += 1
        socket.write('354 go on\r\n', () => socket.destroy())
      } else socket.write('250 ok\r\n')
    })
  })
  const port = await new Promise<number>((resolve) =>
    cutting.listen(0, '127.0.0.1', () => {
      const address = cutting.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  expect(await deliverEmail(emailTransport(`smtp://127.0.0.1:${port}`), message)).toMatchObject({
    result: 'retry',
  })
  expect(attempts).toBe(1)
  cutting.close()
})

test('a server that is not there is tried again', async () => {
  const { sink } = await sinkWith()
  await sink.close()
  sinks.pop()
  expect(await deliverEmail(emailTransport(sink.url), message)).toMatchObject({ result: 'retry' })
})

test('an address of another kind is refused when the transport is made', () => {
  expect(() => emailTransport('http://mail.example')).toThrow(/smtp:\/\//)
})

test('line breaks in a name or subject make no header', async () => {
  const { sink, transport } = await sinkWith()
  await deliverEmail(transport, {
    ...message,
    subject: 'Bonjour\r\nBcc: thief@example.com',
    to: { name: 'A\r\nBcc: thief@example.com', address: 'duchemin@example.com' },
  })
  expect(sink.taken[0]).not.toMatch(/^Bcc:/im)
})

test('reports go to the return path, which the mail itself does not name', async () => {
  const senders: string[] = []
  const { sink, transport } = await sinkWith({
    onMailFrom: ({ address }, _session, done) => {
      senders.push(address)
      done()
    },
  })
  await deliverEmail(transport, { ...message, returnPath: 'bounce+abc@mail.shop.example' })
  await deliverEmail(transport, message)
  expect(senders).toEqual(['bounce+abc@mail.shop.example', 'bonjour@shop.example'])
  expect(sink.taken[0]).not.toContain('bounce+abc')
})

test('an address with a comma or a line break in it reaches nobody else', async () => {
  const recipients: string[] = []
  const { transport } = await sinkWith({
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address)
      done()
    },
  })
  for (const address of [
    'a@x.example, other@y.example',
    'a@x.example>\r\nRCPT TO:<other@y.example',
  ]) {
    await deliverEmail(transport, { ...message, to: { address } })
  }
  expect(recipients).not.toContain('other@y.example')
})

test('a connection that breaks after the mail was given may mean that it was taken; one never made may not', async () => {
  const { sink, transport } = await sinkWith({
    // Called on the server itself.
    onData(this: { connections: Set<{ close(): void }> }, stream: Readable) {
      stream.resume()
      stream.on('end', () => {
        for (const connection of this.connections) connection.close()
      })
    },
  } as SMTPServerOptions)
  expect(await deliverEmail(transport, message)).toMatchObject({ result: 'retry', why: 'unsure' })
  await sink.close()
  transport.close()
  const again = emailTransport(sink.url)
  expect(await deliverEmail(again, message)).toMatchObject({ result: 'retry', why: 'unavailable' })
})
