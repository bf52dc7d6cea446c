import type { Language } from '@relance/core/words/language'
import { localeOf } from './format/locale-of'
import { textLiquid } from './liquid/mail-liquid'
import { RenderSettings } from './liquid/render-settings'
import { runLiquid } from './liquid/run-liquid'

/** Of whom, and for which reader, a text is filled. */
export interface FillSettings {
  language: Language
  /** IANA name. */
  timeZone: string
  now: Date
  currency: string
}

/**
 * Fills a plain text that holds Liquid, such as a webhook's address or body: nothing is escaped.
 * Throws AppError `invalid` as a mail does.
 */
export function fillText(
  text: string,
  data: object,
  { language, timeZone, now, currency }: FillSettings,
): string {
  const settings = new RenderSettings(language, localeOf(language, null), timeZone, now, currency)
  return runLiquid(textLiquid, text, data, settings, 'text')
}
