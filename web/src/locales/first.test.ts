import { expect, test } from 'vitest'
import { staticClosure } from '../testing/static-closure'
import { en } from './en/catalogue'
import { first } from './en/first'
import { first as french } from './fr/first'

const later = Object.keys(en).filter((key) => !(key in first))

/** Keys of later texts that a file names, or whose beginning it puts something behind. */
function named(text: string): string[] {
  const literals = new Set([...text.matchAll(/'([\w.-]+)'/g)].map(([, literal]) => literal))
  const heads = [...text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, head]) => head ?? '')
  return later.filter((key) => literals.has(key) || heads.some((head) => key.startsWith(head)))
}

test('what the frame and a drawing say as they open is in the texts that come first', () => {
  const files = staticClosure(['main.tsx', 'canvas/build-page.tsx'])
  expect(files.size).toBeGreaterThan(100)
  const missing = [...files].flatMap(([path, text]) =>
    named(text).map((key) => `${path.split('/src/').at(-1)}: ${key}`),
  )
  expect(missing).toEqual([])
})

test('both languages have the same first texts', () => {
  expect(Object.keys(french).sort()).toEqual(Object.keys(first).sort())
})
