import { liquidPieces } from '@relance/core/mail/liquid-pieces'
import type { MailSource } from './compile-mail'
import { textLiquid } from './liquid/mail-liquid'

/** A contact field that a mail names, without the `contact.`: `first_name`, `traits.city`. */
export interface UsedField {
  field: string
  /** Whether the mail has something to say to people who lack it (`default:` or an `{% if %}`). */
  hasFallback: boolean
}

const fieldsIn = (text: string): string[] =>
  textLiquid
    .globalVariableSegmentsSync(text)
    .filter(([root, first]) => root === 'contact' && typeof first === 'string')
    .map(([, ...path]) => path.slice(0, path[0] === 'traits' ? 2 : 1).join('.'))

/**
 * The contact fields a mail names in any of its texts, in alphabetical order. The source must
 * have compiled: Liquid that does not parse throws.
 */
export function usedFields(source: MailSource): UsedField[] {
  const texts = [source.subject, source.preheader, source.mjml, source.text ?? '']
  const fields = [...new Set(texts.flatMap(fieldsIn))].sort()
  const pieces = texts.flatMap(liquidPieces).map(({ text }) => text)
  return fields.map((field) => {
    const names = (piece: string) =>
      new RegExp(`\\bcontact\\.${field.replaceAll('.', '\\.')}(?![\\w.])`).test(piece)
    const asked = pieces.some(
      (piece) => /^\{%-?\s*(if|elsif|unless|case)\b/.test(piece) && names(piece),
    )
    const shown = pieces.filter((piece) => piece.startsWith('{{') && names(piece))
    return { field, hasFallback: asked || shown.every((piece) => /\|\s*default\s*:/.test(piece)) }
  })
}
