import type { MjmlElement } from './mjml-node'

const kinds = {
  'mj-text': 'text',
  'mj-button': 'button',
  'mj-image': 'image',
  'mj-divider': 'rule',
  'mj-spacer': 'spacer',
  'mj-section': 'section',
  'mj-column': 'column',
  'mj-wrapper': 'frame',
  'mj-table': 'table',
  'mj-block': 'shared',
} as const

/** What a block is to whoever edits it; `code` is what only the source can change. */
export type BlockKind = (typeof kinds)[keyof typeof kinds] | 'code'

const isKnown = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

/** The kind of a block by its element. */
export const kindOf = ({ name }: MjmlElement): BlockKind => (isKnown(name) ? kinds[name] : 'code')
