import { localhostCertificate } from '@relance/core/testing/localhost-certificate'
import { createTransport } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import { handOver } from '../testing/hand-over'
import { type Arrival, listenSmtp, type SmtpDoor, type SmtpListener } from './listen-smtp'
import { SmtpRefusal } from './smtp-refusal'

let listener: SmtpListener
afterEach(() => listener.close())

async function open(change: Partial<SmtpDoor<string>> = {}) {
  const taken: Arrival<string>[] = []
  const errors: unknown[] = []
  listener = await listenSmtp<string>({
    ...{ host: '127.0.0.1', port: 0 },
    mailboxOf: async (address) => (address.startsWith('known') ? address : null),
    take: async (arrival) => void taken.push(arrival),
    onError: (error) => void errors.push(error),
    ...change,
  })
  const give = (to: string, raw = 'Subject: x\r\n\r\nHello', from = 'a@b.example') =>
    handOver(listener.port, { from, to, raw: Buffer.from(raw) })
  return { give, taken, errors }
}

test('a mail for a known address is taken whole, whoever it is from', async () => {
  const { give, taken } = await open()
  await give('known@x.example', 'Subject: x\r\n\r\nHello', '')
  expect(taken).toMatchObject([{ mailboxes: ['known@x.example'], from: '' }])
  expect(taken[0]?.raw.toString()).toContain('Hello')
})

test('an unknown address is answered 550, and nothing of it is taken', async () => {
  const { give, taken } = await open()
  await expect(give('other@x.example')).rejects.toMatchObject({ responseCode: 550 })
  expect(taken).toEqual([])
})

test('whoever guesses addresses is sent away, also for those that exist', async () => {
  const { give } = await open()
  for (let n = 0; n < 30; n++) await expect(give(`guess-${n}@x.example`)).rejects.toThrow()
  await expect(give('known@x.example')).rejects.toMatchObject({ responseCode: 421 })
})

test('what is too large is refused for good', async () => {
  const { give, taken } = await open({ maxBytes: 1000 })
  const large = `Subject: x\r\n\r\n${'words '.repeat(500)}`
  await expect(give('known@x.example', large)).rejects.toMatchObject({ responseCode: 552 })
  expect(taken).toEqual([])
})

test('what cannot be kept now is to come again, and is told of', async () => {
  const { give, errors } = await open({
    take: async () => {
      throw new Error('The database is away.')
    },
  })
  await expect(give('known@x.example')).rejects.toMatchObject({ responseCode: 451 })
  expect(errors).toHaveLength(1)
})

test('a port that is taken already is said at once', async () => {
  await open()
  const door = {
    ...{ host: '127.0.0.1', port: listener.port, mailboxOf: async () => null },
    ...{ take: async () => undefined, onError: () => undefined },
  }
  await expect(listenSmtp(door)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('a refusal of whoever takes it is answered as it says', async () => {
  const { give, errors } = await open({
    take: async () => {
      throw new SmtpRefusal(554, '5.6.0 Not a report')
    },
  })
  await expect(give('known@x.example')).rejects.toMatchObject({ responseCode: 554 })
  expect(errors).toEqual([])
})

test('with a certificate it encrypts for whoever asks, and takes others as before; without one it does not offer it', async () => {
  const giveEncrypted = () =>
    createTransport({
      ...{ host: '127.0.0.1', port: listener.port, requireTLS: true },
      tls: { ca: localhostCertificate.cert, servername: 'localhost' },
    }).sendMail({ envelope: { from: 'a@b.example', to: 'known@x.example' }, raw: 'Subject: x' })
  const { give, taken } = await open({ tls: localhostCertificate })
  await giveEncrypted()
  await give('known@x.example')
  expect(taken).toHaveLength(2)
  await listener.close()
  await open()
  await expect(giveEncrypted()).rejects.toMatchObject({ code: 'ETLS' })
})
