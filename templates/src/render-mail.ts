import type { Language } from '@relance/core/words/language'
import type { CompiledMail } from './compile-mail'
import { tidyText } from './derive-text'
import { fillBrand } from './fill-brand'
import { localeOf } from './format/locale-of'
import { htmlLiquid, textLiquid } from './liquid/mail-liquid'
import { RenderSettings } from './liquid/render-settings'
import { runLiquid } from './liquid/run-liquid'
import { mailBrand } from './mail-brand'
import type { MailData } from './mail-data'
import { mailScope } from './mail-scope'
import { ownLinks } from './own-links'
import { removePrograms } from './programs/remove-programs'
import { type TrackLink, wrapHtmlLinks, wrapTextLinks } from './wrap-links'

export interface RenderOptions {
  /** The language the mail was written in. */
  language: Language
  /** The contact's zone, else the workspace's. IANA name. */
  timeZone: string
  /** Called once per address and place; the unsubscribe link, mailto: and tel: are left alone. */
  trackLink: TrackLink
  unsubscribeUrl: string
  /** Where the picture of one pixel lives that tells an opening; none when absent. */
  openPixelUrl?: string | null
  /**
   * Leaves addresses that mails may not lead to, such as `javascript:`, where `#` stands otherwise. For the creative
   * check, which tells of them; a mail made so is shown and sent to nobody.
   */
  keepsRefused?: boolean
}

/** One person's mail. */
export interface RenderedMail {
  /** One line. */
  subject: string
  html: string
  text: string
  /** Programs that data brought along and that were taken out of the HTML: `<script>`, `onload=`; mostly none. */
  removed: string[]
}

/** Whatever is not written with `| raw` is escaped, and brings no tag along: only these are looked at, as looking costs. */
function isUnescaped(compiled: CompiledMail): boolean {
  const known = unescaped.get(compiled) ?? /\|\s*raw\b/.test(compiled.html)
  unescaped.set(compiled, known)
  return known
}
const unescaped = new WeakMap<CompiledMail, boolean>()

const oncePerLink = (trackLink: TrackLink): TrackLink => {
  const trackedByLink = new Map<string, string>()
  return (url, place = 1) => {
    const link = `${place} ${url}`
    const tracked = trackedByLink.get(link) ?? trackLink(url, place)
    trackedByLink.set(link, tracked)
    return tracked
  }
}

function withPixel(html: string, openPixelUrl: string | null | undefined): string {
  if (!openPixelUrl) return html
  const src = openPixelUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const pixel = `<img src="${src}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0" />`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? html + pixel : html.slice(0, end) + pixel + html.slice(end)
}

/**
 * Fills a compiled mail for one person. Throws AppError `invalid` with `field` and `reason`
 * (render-too-large, render-timeout, render-failed); nothing else fails the message.
 */
export async function renderMail(
  compiled: CompiledMail,
  data: MailData,
  options: RenderOptions,
): Promise<RenderedMail> {
  const { language, timeZone, unsubscribeUrl, keepsRefused } = options
  const locale = localeOf(language, data.contact.locale)
  const settings = new RenderSettings(
    language,
    locale,
    timeZone,
    new Date(data.now),
    data.shop.currency ?? 'EUR',
  )
  const brand = mailBrand(data.shop)
  const branded = fillBrand(compiled, brand)
  const own = ownLinks(unsubscribeUrl)
  const known = mailScope(data, brand, own)
  // A scope each, as `increment` writes into it.
  const scope = () => ({ ...known })
  const untracked = Object.values(own)
  const trackLink = oncePerLink(options.trackLink)
  const subject = runLiquid(textLiquid, branded.subject, scope(), settings, 'subject')
  const filled = runLiquid(htmlLiquid, branded.html, scope(), settings, 'html')
  const { html, removed } = isUnescaped(compiled)
    ? removePrograms(filled)
    : { html: filled, removed: [] }
  const text = runLiquid(textLiquid, branded.text, scope(), settings, 'text')
  return {
    // Not \s: French typography lives in its no-break spaces.
    subject: subject.replace(/[\r\n\t ]+/g, ' ').trim(),
    html: withPixel(wrapHtmlLinks(html, trackLink, untracked, keepsRefused), options.openPixelUrl),
    text: wrapTextLinks(tidyText(text), trackLink, untracked),
    removed,
  }
}
