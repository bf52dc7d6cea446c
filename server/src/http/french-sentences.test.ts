import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFrench } from './error-words'
import { frenchSentences } from './french-sentences'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** A refusal whose words stand in the code: in one of three quotation marks, or under a name in capitals. */
const refusal =
  /new AppError\(\s*'[a-z-]+',\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`\n]*)`|([A-Z][A-Z_]+)\b)/g
const named = /const ([A-Z][A-Z_]+) = (?:'([^'\n]*)'|"([^"\n]*)")/g

/**
 * What stops a process as it starts, or is wrong with what ships: whoever runs the server reads it in a log, in English,
 * before anybody's language is known.
 */
const READ_IN_A_LOG = [
  'db/src/migrate.ts',
  'server/src/env.ts',
  'server/src/images/image-store-of.ts',
  'server/src/images/local-store.ts',
  'templates/src/load-mails.ts',
  'templates/src/load-scenarios.ts',
  'templates/src/scenario/expand-graph.ts',
  'workflows/src/env.ts',
  'workflows/src/failpoint/read-failpoints.ts',
  'workflows/src/inbound/read-certificate.ts',
  'workflows/src/inbound/start-inbound.ts',
]
/** Put together from words that have tests of their own. */
const PUT_TOGETHER = [
  'db/src/rule/literals.ts',
  'db/src/segment/check-segment-rule.ts',
  'server/src/http/routes.ts',
]

const files = ['core', 'db', 'nodes', 'server', 'templates', 'workflows']
  .flatMap((name) =>
    readdirSync(join(root, name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing\//.test(file))
      .map((file) => join(name, 'src', file)),
  )
  .filter((file) => !READ_IN_A_LOG.includes(file) && !PUT_TOGETHER.includes(file))

/** A file's refusals: those in plain words, and those that name something, with `1` in its place. */
function refusalsIn(file: string) {
  const text = readFileSync(join(root, file), 'utf8')
  const byName = new Map([...text.matchAll(named)].map(([, name, one, two]) => [name, one ?? two]))
  return [...text.matchAll(refusal)].map(([, one, two, filled, name]) => ({
    plain: one ?? two ?? byName.get(name),
    naming: filled?.replace(/\$\{[^}]*\}/g, '1'),
  }))
}
const refusals = files.flatMap(refusalsIn)

test('whatever is refused in plain words is refused in French, too', () => {
  const plain = refusals.flatMap(({ plain: words }) => (words === undefined ? [] : [words]))
  expect(plain.length).toBeGreaterThan(150)
  expect(plain.filter((words) => !Object.hasOwn(frenchSentences, words))).toEqual([])
})

test('whatever is refused with the name of something is refused in French, too', () => {
  const naming = refusals.flatMap(({ naming: words }) => (words === undefined ? [] : [words]))
  expect(naming.length).toBeGreaterThan(10)
  expect(naming.filter((words) => inFrench(words) === words)).toEqual([])
})

test('a file that is left out is there', () => {
  for (const file of [...READ_IN_A_LOG, ...PUT_TOGETHER])
    expect(readFileSync(join(root, file), 'utf8')).toContain('AppError')
})
