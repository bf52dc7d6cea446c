import type { Completion } from '@codemirror/autocomplete'
import type { MailField } from '../api/content-types'

/** Filters a mail may use: ours, then the usual ones of Liquid. */
const filters = [
  ...['default', 'money', 'date', 'since', 'list'],
  ...['capitalize', 'downcase', 'upcase', 'truncate', 'strip', 'size', 'first', 'last', 'join'],
  ...['plus', 'minus', 'times', 'divided_by', 'round', 'replace', 'remove', 'slice', 'split'],
  ...['where', 'map', 'sort', 'uniq', 'escape', 'raw', 'url_encode', 'append', 'prepend'],
]
const words = ['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'for', 'endfor', 'assign']
const loops = ['recommended', 'cart.lines', 'product.title', 'product.price', 'line.title']
const addresses = ['unsubscribe_url', 'preferences_url', 'selection_url', 'cart.recovery_url']

const fieldChoice = ({ name, label, sample }: MailField): Completion => ({
  ...{ label: name, detail: label, type: 'variable' },
  ...(sample && { info: sample }),
})
const plain = (type: string) => (label: string) => ({ label, type })

/** What may be written at a place of a mail: data of the workspace, filters after `|`, words after `{%`. */
export function completeLiquid(
  text: string,
  fields: readonly MailField[],
): { from: number; options: Completion[] } | null {
  const open = Math.max(text.lastIndexOf('{{'), text.lastIndexOf('{%'))
  if (open < 0 || /[%}]\}/.test(text.slice(open))) return null
  const inside = text.slice(open + 2)
  const typed = inside.match(/[\w.]*$/)?.[0] ?? ''
  const from = text.length - typed.length
  if (/\|\s*\w*$/.test(inside)) return { from, options: filters.map(plain('function')) }
  if (text.startsWith('{%', open) && /^-?\s*\w*$/.test(inside))
    return { from, options: words.map(plain('keyword')) }
  const options = [...fields.map(fieldChoice), ...[...loops, ...addresses].map(plain('variable'))]
  return { from, options }
}
