import { decoded } from '../programs/read-address'
import { readAttributes } from '../programs/read-attributes'

/** Where a link of a source leads. */
export interface WrittenLink {
  /** As written, entities and Liquid and all. */
  href: string
  /** As a browser reads it. */
  address: string
  /** In the MJML, in characters. */
  offset: number
}

/** Every address that a link of a mail's MJML leads to, in order; those in comments are none. */
export function writtenLinks(mjml: string): WrittenLink[] {
  const source = mjml.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
  return [...source.matchAll(/<(?=[a-z])/gi)].flatMap(({ index }) =>
    (readAttributes(source, index + 1) ?? [])
      .filter(({ name }) => name === 'href')
      .map(({ value, from }) => ({
        href: value,
        address: decoded(value).trim(),
        offset: from,
      })),
  )
}
