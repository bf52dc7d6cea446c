/** A stretch of a mail's source, in characters; `to` is the first one after it. */
export interface SourceRange {
  from: number
  to: number
}

/** One attribute as written: `from` at its name, `value` what stands between the quotes. */
export interface MjmlAttribute extends SourceRange {
  name: string
  value: string
  valueFrom: number
  valueTo: number
}

/** An element with where each part of it stands in the source. */
export interface MjmlElement extends SourceRange {
  kind: 'element'
  name: string
  attributes: MjmlAttribute[]
  /** The opening tag. */
  tag: SourceRange
  /** Between the tags; null for `<mj-divider />`. */
  inner: SourceRange | null
  /** What stands inside; empty where the inside is HTML, such as a text's. */
  children: MjmlNode[]
}

/** One way through a Liquid group: `{% if … %}`, `{% else %}`, with what stands below it. */
export interface LiquidBranch {
  tag: SourceRange
  /** `if`, `elsif`, `else`, `when`, `for`. */
  word: string
  /** What is said after the word: `offer`, `product in recommended limit: 3`. */
  says: string
  children: MjmlNode[]
}

/** `{% if %}` to `{% endif %}` (or for, unless, case) around whole elements. */
export interface LiquidGroup extends SourceRange {
  kind: 'group'
  branches: LiquidBranch[]
  /** The closing tag. */
  end: SourceRange
}

/** Liquid that stands alone between elements, such as an assign. */
export interface LiquidLine extends SourceRange {
  kind: 'line'
}

export type MjmlNode = MjmlElement | LiquidGroup | LiquidLine

/** Tags whose inside is HTML or CSS, which MJML takes as it is. */
export const tagsWithContent: ReadonlySet<string> = new Set([
  'mj-text',
  'mj-button',
  'mj-table',
  'mj-raw',
  'mj-style',
  'mj-title',
  'mj-preview',
  'mj-navbar-link',
  'mj-social-element',
  'mj-accordion-title',
  'mj-accordion-text',
])
