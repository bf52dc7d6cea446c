import { fileURLToPath } from 'node:url'
import type { Language } from '@relance/core/words/language'
import { expandIncludes } from './mjml/expand-includes'

const folder = fileURLToPath(new URL('../mails/blocks/', import.meta.url))

/** Bands that can be put into any mail, with the name of the file of each; `null` means one for every language. */
const files = {
  header: null,
  footer: 'each',
  products: null,
  coupon: 'each',
  cart: 'each',
} as const
export type SnippetKind = keyof typeof files
export const snippetKinds = ['header', 'footer', 'products', 'coupon', 'cart'] as const

/** The bands that come with the product in one language, as MJML that stands alone. */
export const loadSnippets = (language: Language): Promise<{ kind: SnippetKind; mjml: string }[]> =>
  Promise.all(
    snippetKinds.map(async (kind) => {
      const name = files[kind] === 'each' ? `${kind}.${language}.mjml` : `${kind}.mjml`
      return { kind, mjml: (await expandIncludes(`${folder}${name}`)).trim() }
    }),
  )
