import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { answer, startSmtpSink } from '@relance/channels/testing/smtp-sink'
import { expect, onTestFinished, test } from 'vitest'
import { HandOutApart } from './hand-out-apart'

const PROGRAM = fileURLToPath(new URL('../mail-thread.mjs', import.meta.url))

const message = {
  ...{ messageId: '<1@shop.example>', from: { address: 'hello@shop.example' } },
  ...{ to: { address: 'ada@customer.example' }, subject: 'Un mot', html: '<p>é</p>', text: 'é' },
}

async function start(reply?: Parameters<typeof startSmtpSink>[0]) {
  const sink = await startSmtpSink(reply)
  const own = new HandOutApart('own', sink.url, PROGRAM)
  onTestFinished(async () => {
    await own.close()
    await sink.close()
  })
  return { sink, own }
}

test('mails are handed out by the thread, each answered for itself', async () => {
  const { sink, own } = await start({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('gone') ? done(answer(550, '5.1.1 nobody')) : done(),
  })
  const answers = await Promise.all([
    own.deliver(message),
    own.deliver({ ...message, to: { address: 'gone@customer.example' } }),
  ])
  expect(answers).toMatchObject([
    { result: 'sent' },
    { result: 'refused', class: 'hard', code: '5.1.1' },
  ])
  expect(sink.taken).toHaveLength(1)
  expect(sink.taken[0]).toContain('To: ada@customer.example')
})

test('a thread that breaks takes its process along', async () => {
  const module = new URL('./hand-out-apart.ts', import.meta.url).href
  const program = `import(${JSON.stringify(module)}).then(({ HandOutApart }) => {
    const own = new HandOutApart('own', 'no address', ${JSON.stringify(PROGRAM)})
    own.deliver(${JSON.stringify(message)})
    setInterval(() => {}, 1000)
  })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += chunk
  })
  const [code] = await once(child, 'close')
  expect(code).not.toBe(0)
  expect(words).toContain('SMTP_URL must look like smtp://host:port.')
})
