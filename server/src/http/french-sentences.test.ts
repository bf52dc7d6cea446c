import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { frenchSentences } from './french-sentences'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** A refusal whose words stand in the code as they are, in either quotation marks, or under a name in capitals. */
const refusal =
  /new AppError\(\s*'([a-z-]+)',\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|([A-Z][A-Z_]+)\b)/g
const named = /const ([A-Z][A-Z_]+) = (?:'([^'\n]*)'|"([^"\n]*)")/g

function refusalsIn(file: string) {
  const text = readFileSync(join(root, file), 'utf8')
  const byName = new Map([...text.matchAll(named)].map(([, name, one, two]) => [name, one ?? two]))
  return [...text.matchAll(refusal)].flatMap(([, code, one, two, name]) => {
    const words = one ?? two ?? byName.get(name)
    return words === undefined || code === 'internal' ? [] : [words]
  })
}

test('whatever is refused in plain words is refused in French, too', () => {
  const files = ['core', 'db', 'nodes', 'server', 'templates'].flatMap((name) =>
    readdirSync(join(root, name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('test'))
      .map((file) => join(name, 'src', file)),
  )
  const refusals = files.flatMap(refusalsIn)
  expect(refusals.length).toBeGreaterThan(150)
  expect(refusals.filter((words) => !Object.hasOwn(frenchSentences, words))).toEqual([])
})
