import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from './log'

test('whatever is logged, no line carries an address, a cookie or what an error quotes', () => {
  const stream = new PassThrough()
  const log = createLog('info', stream)
  const error = Object.assign(new Error('no mailbox ada@example.com'), {
    detail: 'Failing row contains (ada@example.com, Ada).',
  })
  log.error(
    { err: error, user: { email: 'ada@example.com', cookie: 'secret' } },
    'for ada@example.com',
  )
  const line = String(stream.read())
  expect(line).toContain('no mailbox [address]')
  expect(line).not.toMatch(/ada@|Failing row|secret/)
})
