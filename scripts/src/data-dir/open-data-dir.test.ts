import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDataDir } from './open-data-dir'

const parent = await mkdtemp(join(tmpdir(), 'relance-open-'))
afterAll(() => rm(parent, { recursive: true }))

test('a data folder serves one start at a time', async () => {
  const dataDir = join(parent, 'data')
  const release = await openDataDir(dataDir, () => undefined)
  await expect(openDataDir(dataDir, () => undefined)).rejects.toThrow('already runs')
  release()
  const releaseAgain = await openDataDir(dataDir, () => undefined)
  releaseAgain()
})
