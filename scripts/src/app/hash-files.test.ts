import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashFiles } from './hash-files'

const folder = mkdtempSync(join(tmpdir(), 'relance-hash-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a changed or added source changes the hash, what is installed or built does not', () => {
  writeFileSync(join(folder, 'a.ts'), 'one')
  const before = hashFiles([folder, join(folder, 'missing')])
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'node_modules', 'b.js'), 'two')
  expect(hashFiles([folder])).toBe(before)
  writeFileSync(join(folder, 'a.ts'), 'two')
  expect(hashFiles([folder])).not.toBe(before)
})
