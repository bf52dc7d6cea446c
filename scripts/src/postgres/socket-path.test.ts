import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { socketPath } from './socket-path'

const folder = mkdtempSync(join(tmpdir(), 'relance-socket-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('what a killed database left of its socket is cleared away, and the place is free', async () => {
  for (const name of ['.s.PGSQL.5000', '.s.PGSQL.5000.lock', 'data'])
    writeFileSync(join(folder, name), '')
  expect(await socketPath(folder, 5001)).toBe(join(folder, '.s.PGSQL.5001'))
  expect(readdirSync(folder)).toEqual(['data'])
})

test('a folder whose path is longer than systems take has no socket', async () => {
  const deep = join(folder, 'd'.repeat(100))
  mkdirSync(deep)
  expect(await socketPath(deep, 5000)).toBeUndefined()
})
