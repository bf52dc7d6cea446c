import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { pickPort } from './pick-port'

const server = createServer()
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a port that is taken moves to a later free one', async () => {
  const wished = await pickPort(41_000)
  await new Promise<void>((resolve) => server.listen(wished, '127.0.0.1', resolve))
  expect(await pickPort(wished)).toBeGreaterThan(wished)
})
