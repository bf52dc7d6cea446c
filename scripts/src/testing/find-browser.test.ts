import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { onPath } from './find-browser'

const folder = mkdtempSync(join(tmpdir(), 'relance-path-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the first name that is on PATH is found in full', () => {
  writeFileSync(join(folder, 'google-chrome'), '')
  const path = ['/nowhere', folder].join(delimiter)
  expect(onPath(['chromium', 'google-chrome'], path)).toBe(join(folder, 'google-chrome'))
  expect(onPath(['chromium'], path)).toBeUndefined()
})
