import { AppError } from '@relance/core/error/app-error'
import { liquidPieces } from '@relance/core/mail/liquid-pieces'
import type { Language } from '@relance/core/words/language'
import { deriveText } from './derive-text'
import { htmlLiquid, textLiquid } from './liquid/mail-liquid'
import { parseLiquid } from './liquid/parse-liquid'
import { compileMjml } from './mjml/compile-mjml'
import { refusePrograms } from './mjml/refuse-programs'
import { restoreLiquid } from './mjml/shield-liquid'

/** A mail as written, in one language. All four texts may hold Liquid. */
export interface MailSource {
  subject: string
  /** What inboxes show after the subject; hidden in the mail itself. */
  preheader: string
  mjml: string
  /** The text part; derived from the MJML when absent or empty. */
  text?: string
  /** Said to screen readers when the MJML does not say it. */
  language?: Language
}

/** A mail ready to be filled per person. Plain JSON: it is stored with the published version. */
export interface CompiledMail {
  subject: string
  /** HTML with Liquid inside, the preheader included. */
  html: string
  text: string
}

/** Escapes what is plain text, and leaves the Liquid in it alone. */
function escapeAround(text: string): string {
  let escaped = ''
  let from = 0
  const escapePlain = (plain: string) =>
    plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  for (const piece of liquidPieces(text)) {
    escaped += escapePlain(text.slice(from, piece.offset)) + piece.text
    from = piece.offset + piece.text.length
  }
  return escaped + escapePlain(text.slice(from))
}

const hidden =
  'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;'
/** Keeps inboxes from filling the preview with the first words of the mail. */
const filler = '&#847;&zwnj;&nbsp;'.repeat(60)

const withPreheader = (html: string, preheader: string) =>
  preheader.trim()
    ? html.replace(
        /<body\b[^>]*>/i,
        (body) => `${body}<div style="${hidden}">${escapeAround(preheader.trim())}${filler}</div>`,
      )
    : html

const withTitle = (html: string, subject: string) =>
  html.replace(/<title>\s*<\/title>/i, () => `<title>${escapeAround(subject)}</title>`)

const withLanguage = (html: string, language: Language | undefined) =>
  language ? html.replaceAll('lang="und"', `lang="${language}"`) : html

/**
 * Compiles a mail once, at publish: MJML to HTML with the Liquid kept inside, a text part, and
 * every Liquid text parsed. Throws AppError `invalid` with `field` (subject, preheader, mjml,
 * text) and the `line` and `column` of the fault in that field.
 */
export async function compileMail(source: MailSource): Promise<CompiledMail> {
  parseLiquid(textLiquid, source.subject, 'subject')
  parseLiquid(htmlLiquid, source.preheader, 'preheader')
  parseLiquid(htmlLiquid, source.mjml, 'mjml')
  refusePrograms(source.mjml)
  const { html: shielded, pieces } = await compileMjml(source.mjml)
  const text = source.text?.trim() ? source.text : restoreLiquid(deriveText(shielded), pieces)
  const html = withLanguage(
    withTitle(withPreheader(restoreLiquid(shielded, pieces), source.preheader), source.subject),
    source.language,
  )
  if (html.length > 1_000_000)
    throw new AppError('invalid', 'The mail is over 1 MB.', { field: 'mjml', line: 1, column: 1 })
  // MJML may write a piece twice or move it: what is sent must parse too.
  parseLiquid(htmlLiquid, html, 'mjml')
  parseLiquid(textLiquid, text, 'text')
  return { subject: source.subject, html, text }
}
