import { formatMoney } from '@relance/core/words/format-money'
import { filters as builtIn, type FilterImplOptions, type Liquid } from 'liquidjs'
import { formatDate } from '../format/format-date'
import { formatElapsed } from '../format/format-elapsed'
import { formatList } from '../format/format-list'
import { RenderSettings } from './render-settings'

const asDate = (value: unknown, now: Date): Date | null => {
  if (value === 'now' || value === 'today') return now
  const at = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}

/** `{{ line.price | money: cart.currency }}`: cents as a price. Nothing for nothing. */
const money: FilterImplOptions = function (value: unknown, currency?: unknown) {
  const { locale, currency: usual } = RenderSettings.of(this.context.globals)
  const cents = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof cents !== 'number' || !Number.isFinite(cents)) return ''
  return formatMoney(cents, typeof currency === 'string' && currency ? currency : usual, locale)
}

/** `{{ offer.expires_at | date }}`, with a style (`long`, `full`, …) or a strftime pattern. */
const date: FilterImplOptions = function (value: unknown, style?: unknown) {
  const { locale, timeZone, now } = RenderSettings.of(this.context.globals)
  const at = asDate(value, now)
  if (!at) return ''
  const pattern = typeof style === 'string' ? style : ''
  if (!pattern.includes('%')) return formatDate(at, pattern, locale, timeZone)
  const strftime = builtIn.date
  return typeof strftime === 'function' ? strftime.call(this, at, pattern, timeZone) : ''
}

/** `{{ sections | list }}`: names joined as in a sentence. */
const list: FilterImplOptions = function (value: unknown) {
  const { locale } = RenderSettings.of(this.context.globals)
  const names = Array.isArray(value) ? value : [value]
  const texts = names
    .filter((name) => typeof name === 'string' || typeof name === 'number')
    .map(String)
  this.context.memoryLimit.use(texts.reduce((sum, text) => sum + text.length, 0))
  return formatList(texts, locale)
}

/** `{{ contact.last_visit_at | since }}`: how long ago, as `21 days` or `6 months`. */
const since: FilterImplOptions = function (value: unknown) {
  const { locale, timeZone, now } = RenderSettings.of(this.context.globals)
  const at = asDate(value, now)
  return at ? formatElapsed(at, now, locale, timeZone) : ''
}

/** Adds our filters: money, date, list, since. */
export function addMailFilters(liquid: Liquid): void {
  for (const [name, filter] of Object.entries({ money, date, list, since }))
    liquid.registerFilter(name, filter)
}
