import type { CompiledMail } from './compile-mail'
import { foldBrand } from './fold-brand'
import { htmlLiquid } from './liquid/mail-liquid'
import type { MailBrand } from './mail-brand'

const named = /\{\{\s*brand\.(?:(dark)\.)?(\w+)\s*\}\}/g
/** Where a plain `{{ brand.… }}` might mean something else. */
const redefines =
  /\{%-?\s*(?:assign|capture|for|raw|comment|increment|decrement)\s+brand\b|\{%-?\s*raw\b/
const holdsLiquid = /\{[{%]/

interface Filled {
  brand: MailBrand
  key: string
  mail: CompiledMail
}
const filled = new WeakMap<CompiledMail, Filled>()

/**
 * A compiled mail with the brand's plain values already in it, and the conditions on them decided, which are the same
 * for everybody: a mail names them up to a hundred times, and Liquid would fill each anew per person. What comes out for a person is the same.
 */
export function fillBrand(compiled: CompiledMail, brand: MailBrand): CompiledMail {
  const before = filled.get(compiled)
  if (before?.brand === brand) return before.mail
  const key = JSON.stringify(brand)
  if (before?.key === key) {
    before.brand = brand
    return before.mail
  }
  const mail = {
    subject: fillText(compiled.subject, brand, String),
    html: fillText(compiled.html, brand, escapeHtml),
    text: fillText(compiled.text, brand, String),
  }
  filled.set(compiled, { brand, key, mail })
  return mail
}

function fillText(text: string, brand: MailBrand, write: (value: string) => string): string {
  if (redefines.test(text)) return text
  const values = new Map(Object.entries(brand))
  const dark = new Map(Object.entries(brand.dark))
  return foldBrand(text, brand).replace(
    named,
    (piece, isDark: string | undefined, name: string) => {
      const value = (isDark ? dark : values).get(name) ?? ''
      return typeof value !== 'string' || holdsLiquid.test(value) ? piece : write(value)
    },
  )
}

/** As Liquid itself writes a value into HTML. */
const escapeHtml = (value: string): string =>
  htmlLiquid.parseAndRenderSync('{{ value }}', { value })
