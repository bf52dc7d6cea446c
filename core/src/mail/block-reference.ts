import { attributeOf } from './inherited-attribute'
import { type MailBlock, readBlocks } from './mail-block'
import type { MjmlElement } from './mjml-node'

/** The element that stands for a block kept by the workspace. It names a key, never a file. */
export const REFERENCE = 'mj-block'

/** A place where a mail names a block of the workspace. */
export interface BlockReference {
  key: string
  element: MjmlElement
}

/** Every block of the workspace a source names, in order. Throws as readMjml does. */
export const referencesIn = (source: string): BlockReference[] =>
  source.includes(`<${REFERENCE}`)
    ? readBlocks(source)
        .filter(({ element }) => element.name === REFERENCE)
        .map(({ element }) => ({ key: attributeOf(element, 'key') ?? '', element }))
    : []

/** The MJML that stands for a block. */
export const referenceTo = (key: string) => `<${REFERENCE} key="${key}" />`

const bands = new Set(['mj-section', 'mj-wrapper', 'mj-hero', REFERENCE])

/** Whether a fragment is a band of its own, or stands in a column. */
export const levelOf = (fragment: string): 'section' | 'content' => {
  const roots = readBlocks(fragment).filter(({ parent }: MailBlock) => parent === null)
  return roots.every(({ element }) => !bands.has(element.name)) ? 'content' : 'section'
}
