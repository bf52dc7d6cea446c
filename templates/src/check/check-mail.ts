import { contrast, toldRatio } from '@relance/core/colour/contrast'
import { liquidPieces } from '@relance/core/mail/liquid-pieces'
import type { MailSource } from '../compile-mail'
import { hasUnsubscribeLink } from '../has-unsubscribe-link'
import type { RenderedMail } from '../render-mail'
import { usedFields } from '../used-fields'
import { forbiddenScheme, linkWarnings } from './link-warnings'
import type { MailWarning } from './mail-warning'
import { type MailButton, type ReadHtml, readHtml } from './read-html'
import { shown } from './shown'
import { subjectWarnings } from './subject-warnings'
import { about } from './warning-about'
import { writtenLinks } from './written-links'

/** WCAG 2.2: 1.4.11 for what can be acted on, 1.4.3 for text. */
const LEAST_BUTTON = 3
const LEAST_TEXT = 4.5
const LEAST_PIXELS = 16
/** Small print is fine, and may be long; above this share it is the text. */
const SMALL_SHARE = 2 / 3
/** A mail with images and fewer characters says nothing without them. */
const FEWEST_CHARACTERS = 60
const MOST_KB = 100
const KB = 1024

/**
 * The creative check: what is better mended before a mail is sent, the worst first. It is about the mail as one person
 * gets it, so that colours and texts of the workspace are in place; links must lead where they lead, not to a tracker,
 * nor be taken out (`keepsRefused`).
 * @param source must have compiled
 */
export function checkMail(
  source: MailSource,
  { subject, html, text, removed }: RenderedMail,
): MailWarning[] {
  const read = readHtml(html)
  const kb = Math.round(Buffer.byteLength(html) / KB)
  return [
    ...(hasUnsubscribeLink(source) ? [] : [about('no-unsubscribe')]),
    ...subjectWarnings(subject),
    ...linkWarnings(read, source),
    ...buttonWarnings(read.buttons, source),
    ...textWarnings(read),
    ...read.images
      .filter(({ alt }) => alt === '')
      .map(({ src }) =>
        about('missing-alt', { src: shown(src) || 'none' }, { ...source, text: src }),
      ),
    ...(text.trim() === '' ? [about('missing-text')] : []),
    ...usedFields(source)
      .filter(({ hasFallback }) => !hasFallback)
      .map(({ field }) =>
        about('missing-fallback', { field }, { ...source, text: `contact.${field}` }),
      ),
    ...unescapedValues(source.mjml).map((value) =>
      about('unescaped', { value: shown(value) }, { ...source, text: value }),
    ),
    ...removedWarnings(removed, source),
    ...(kb > MOST_KB ? [about('too-large', { kb, most: MOST_KB })] : []),
  ]
}

/** What is written `| raw` and is of a customer, an order, an event: neither a text of the author's nor of the brand. */
const unescapedValues = (mjml: string): string[] =>
  liquidPieces(mjml)
    .map(({ text }) => text)
    .filter(
      (piece) => /^\{\{.*\|\s*raw\b/s.test(piece) && !/^\{\{-?\s*(?:["']|brand\.)/.test(piece),
    )

/** What data brought along; an address that the author wrote is told as a link. */
function removedWarnings(removed: string[], source: MailSource): MailWarning[] {
  const written = new Set(writtenLinks(source.mjml).map(({ href }) => forbiddenScheme(href)))
  const what = removed.filter((each) => !written.has(each))
  return what.length > 0 ? [about('program-removed', { what: what.join(', ') })] : []
}

function buttonWarnings(buttons: MailButton[], source: MailSource): MailWarning[] {
  if (buttons.length === 0) return [about('no-button')]
  const [main] = buttons
  const alike = buttons.filter(({ background }) => background === main?.background)
  const places = new Set(alike.map(({ href }) => href)).size
  return [
    ...buttons.flatMap((button) => paleness(button, source)),
    ...(places > 1 ? [about('many-buttons', { n: alike.length })] : []),
  ]
}

function paleness(button: MailButton, source: MailSource): MailWarning[] {
  const { label, background, behind, colour } = button
  const onGround = contrast(background, behind)
  const ofWords = colour && contrast(colour, background)
  const where = { ...source, text: label }
  return [
    ...(onGround !== null && onGround < LEAST_BUTTON
      ? [about('pale-button', { label, ratio: toldRatio(onGround), least: LEAST_BUTTON }, where)]
      : []),
    ...(ofWords && ofWords < LEAST_TEXT
      ? [about('pale-button-text', { label, ratio: toldRatio(ofWords), least: LEAST_TEXT }, where)]
      : []),
  ]
}

function textWarnings({ charactersBySize, images }: ReadHtml): MailWarning[] {
  const all = [...charactersBySize.values()].reduce((sum, n) => sum + n, 0)
  const small = [...charactersBySize]
    .filter(([size]) => size > 0 && size < LEAST_PIXELS)
    .reduce((sum, [, n]) => sum + n, 0)
  if (images.length > 0 && all < FEWEST_CHARACTERS) return [about('image-only')]
  return all > 0 && small > SMALL_SHARE * all ? [about('small-text', { least: LEAST_PIXELS })] : []
}
