import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { en } from './en/catalogue'
import { fr } from './fr/catalogue'

/** Names of the slots of a message, the tags included. */
function slotsOf(text: string): string[] {
  const found = new Set<string>()
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if (part.type === 0 || part.type === 7) continue
      found.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) visit(option.value)
      if ('children' in part) visit(part.children)
    }
  }
  visit(new IntlMessageFormat(text, 'en').getAst())
  return [...found].sort()
}

test('both languages have the same keys', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
})

test('every text has the same slots in both languages', () => {
  const differing = Object.entries(en).filter(([key, text]) => {
    const french = Object.entries(fr).find(([other]) => other === key)?.[1] ?? ''
    return slotsOf(french).join() !== slotsOf(text).join()
  })
  expect(differing).toEqual([])
})

test('French has its narrow spaces before ; ! ? and inside quotes, no-break ones before : and %', () => {
  const wrong = Object.entries(fr).filter(([, text]) =>
    / [;!?:%€»]|« |[^\s  ][!?;](?!\w)/.test(text),
  )
  expect(wrong).toEqual([])
})

test('no text has a straight apostrophe or an exclamation mark', () => {
  const wrong = [...Object.values(en), ...Object.values(fr)].filter((text) =>
    /'|!/.test(text.replace('op.!=', '')),
  )
  expect(wrong).toEqual([])
})
