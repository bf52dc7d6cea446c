import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rememberedPort } from './remembered-port'

const dataDir = await mkdtemp(join(tmpdir(), 'relance-ports-'))
const server = createServer()
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(dataDir, { recursive: true })
})

test('a service moves from a taken port and stays where it moved', async () => {
  const first = await rememberedPort(dataDir, 'inbox', 42_000)
  await new Promise<void>((resolve) => server.listen(first, '127.0.0.1', resolve))
  const second = await rememberedPort(dataDir, 'inbox', 42_000)
  expect(second).toBeGreaterThan(first)
})
