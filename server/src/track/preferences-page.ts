import type { PreferenceChannel } from '@relance/core/preference/preferences'
import { dateWords } from '@relance/core/time/instant-words'
import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language } from '@relance/core/words/language'
import type { PreferencesRead } from '@relance/db/preference/read-preferences'
import { preferenceWords as words } from './preference-words'
import { publicPage } from './public-page'

/** What stands on the page: what they chose, and what was done a moment ago. */
export interface PageState {
  shopName: string
  chosen: PreferencesRead
  said: 'saved' | 'stopped' | null
}

/** The page on which a person chooses what they receive. Needs no script; asks, and shows what stands. */
export function preferencesPage({ shopName, chosen, said }: PageState, language: Language): string {
  const say = (name: keyof typeof words, slots: Record<string, string> = {}) =>
    html(words[name][language].replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? ''))
  const { settings, channels, topicsOff } = chosen
  const topics = settings.topics.map((topic) =>
    choice('checkbox', 'topics', topic.key, !topicsOff.includes(topic.key), html(topic[language])),
  )
  const allowed = (Object.entries(channels) as [PreferenceChannel, boolean][]).map(
    ([channel, on]) => choice('checkbox', 'channels', channel, on, say(channel)),
  )
  const body = `<p class="shop">${html(shopName)}</p><h1>${say('title')}</h1>
${said ? `<div class="said" role="status"><p>${say(said)}</p></div>` : `<p>${say('about', { shop: shopName })}</p>`}
<form method="post">
${group(say('topics'), topics)}
${group(say('pace'), paces(chosen, language, say))}
${group(say('channels'), allowed)}
<div class="acts"><button type="submit" name="act" value="save">${say('save')}</button>
<button type="submit" name="act" value="stop" class="quiet">${say('stop')}</button></div>
</form>`
  return publicPage(
    { title: words.title[language], body, accent: chosen.accent, onAccent: chosen.onAccent },
    language,
  )
}

type Say = (name: keyof typeof words, slots?: Record<string, string>) => string

function paces(
  { settings, pausedUntil, wantsLess, timeZone }: PreferencesRead,
  language: Language,
  say: Say,
) {
  const date = pausedUntil ? dateWords(new Date(pausedUntil), language, timeZone) : ''
  const pause = pausedUntil
    ? say('pausedUntil', { date })
    : say('pause', { days: String(settings.pauseDays) })
  return [
    choice('radio', 'pace', 'usual', !pausedUntil && !wantsLess, say('usual')),
    choice('radio', 'pace', 'less', !pausedUntil && wantsLess, say('less'), say('lessAbout')),
    choice('radio', 'pace', 'pause', pausedUntil !== null, pause, say('pauseAbout')),
  ]
}

const group = (legend: string, choices: string[]) =>
  choices.length === 0 ? '' : `<fieldset><legend>${legend}</legend>${choices.join('\n')}</fieldset>`

const choice = (
  type: 'checkbox' | 'radio',
  name: string,
  value: string,
  on: boolean,
  label: string,
  about?: string,
) =>
  `<label><input type="${type}" name="${name}" value="${html(value)}"${on ? ' checked' : ''}><span>${label}${
    about ? `<small>${about}</small>` : ''
  }</span></label>`
