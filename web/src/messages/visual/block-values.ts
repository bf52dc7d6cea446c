import { attributeOf, inheritedAttribute } from '@relance/core/mail/inherited-attribute'
import type { MailBlock } from '@relance/core/mail/mail-block'
import type { MjmlNode } from '@relance/core/mail/mjml-node'
import type { BlockActs } from './block-acts'

/** What the fields of a block read and write: an attribute's own value, what it inherits, and how to change it. */
export interface BlockValues {
  own: (name: string) => string | undefined
  inherited: (name: string) => string | undefined
  set: (name: string) => (value: string | null) => void
  /** Several at once, as one act. */
  setAll: (values: Readonly<Record<string, string>>) => void
}

export const blockValues = (roots: MjmlNode[], block: MailBlock, acts: BlockActs): BlockValues => ({
  own: (name) => attributeOf(block.element, name),
  inherited: (name) => inheritedAttribute(roots, block.element, name),
  set: (name) => (value) => acts.setAttribute(block, name, value),
  setAll: (values) => acts.setAttributes(block, values),
})
