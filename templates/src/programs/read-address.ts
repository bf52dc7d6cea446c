import { parseDocument } from 'htmlparser2'

const RUNS = /^(?:javascript|vbscript|livescript|mocha):/
const HOLDS_A_PAGE = /^data:(?!image\/(?:png|gif|jpe?g|webp)[;,])/

/** As a browser reads an attribute's value. */
export function decoded(value: string): string {
  if (!value.includes('&')) return value
  const [element] = parseDocument(`<a title="${value.replaceAll('"', '&quot;')}">`).children
  return element && 'attribs' in element ? (element.attribs.title ?? '') : value
}

/** Browsers pass over spaces and control characters in an address. */
export const tight = (text: string): string =>
  [...text]
    .filter((character) => character > ' ')
    .join('')
    .toLowerCase()

/** The scheme of an address that is a program, as `javascript:`; null: it is none. */
export const schemeThatRuns = (written: string): string | null =>
  RUNS.exec(tight(decoded(written)))?.[0] ?? null

/** Whether an address brings a page along instead of leading to one; pictures are none. */
export const holdsAPage = (written: string): boolean => HOLDS_A_PAGE.test(tight(decoded(written)))
