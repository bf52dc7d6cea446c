import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { issueWords } from './issue-words'
import { ownIssueWords } from './own-issue-words'
import { uuid } from './schemas'

/** What is said of the first fault, in both languages. */
function said(schema: z.ZodType, value: unknown) {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue && [issueWords(issue, 'en'), issueWords(issue, 'fr')]
}

test.each<[string, z.ZodType, unknown, string, string]>([
  ['nothing', z.string(), undefined, 'is missing', 'manque'],
  ['another type', z.string(), 5, 'must be a text', 'doit être un texte'],
  ['half a number', z.int(), 1.5, 'must be a whole number', 'doit être un nombre entier'],
  [
    'too short a text',
    z.string().min(8),
    'abc',
    'must have 8 characters at least',
    'doit avoir 8 caractères au moins',
  ],
  [
    'too long a list',
    z.array(z.int()).max(1),
    [1, 2],
    'must have 1 entry at most',
    'doit avoir 1 élément au plus',
  ],
  ['too small a number', z.number().min(1.5), 1, 'must be 1.5 at least', 'doit être au moins 1,5'],
  ['too large a number', z.int().max(500), 501, 'must be 500 at most', 'doit être au plus 500'],
  [
    'a word of another list',
    z.enum(['a', 'b']),
    'c',
    'must be one of a, b',
    'doit être l’une de ces valeurs\u00a0: a, b',
  ],
  ['a wrong address', z.email(), 'x', 'must be an email address', 'doit être une adresse e-mail'],
  ['what a schema of ours refuses', uuid, 'x', 'must be an id', 'doit être un identifiant'],
  [
    'none of several shapes',
    z.union([z.int(), z.null()]),
    'x',
    'is not valid',
    'n’est pas valable',
  ],
])('%s is told in plain words', (_case, schema, value, en, fr) => {
  expect(said(schema, value)).toEqual([en, fr])
})

test('whatever a schema of ours says by itself has its French', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const said = ['core', 'db', 'nodes', 'server'].flatMap((name) =>
    readdirSync(join(root, name, 'src'), { recursive: true, encoding: 'utf8' })
      // Of the environment only whoever runs the server is told, in English.
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|(^|\/)testing\/|^env\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(root, name, 'src', file), 'utf8').matchAll(
          /(?:refine|regex|custom|z\.\w+)\([^;]*?\{\s*error: '([^'\n]+)'/g,
        ),
      ])
      .map(([, words = '']) => words),
  )
  // V01 is a code of the drawing's problems, which has words of its own.
  const wanted = [...new Set(said)].filter((words) => words !== 'V01')
  expect(wanted.length).toBeGreaterThan(15)
  expect(wanted.filter((words) => !Object.hasOwn(ownIssueWords, words))).toEqual([])
})
