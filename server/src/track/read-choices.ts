import type { PreferencesChange } from '@relance/core/preference/preferences'
import type { PreferencesRead } from '@relance/db/preference/read-preferences'

const DAY_MS = 86_400_000

/**
 * What a filled-in preference page says. Of topics and channels those that were shown count, whatever else is sent;
 * a pause that is under way keeps its end.
 */
export function readChoices(form: FormData, shown: PreferencesRead): PreferencesChange {
  const { settings, now } = shown
  const ticked = (name: string) => new Set(form.getAll(name).map(String))
  const topics = ticked('topics')
  const stops = form.get('act') === 'stop'
  // What stays as it was is not said again: its proof stands.
  const channels = Object.entries(shown.channels).flatMap(([channel, before]) => {
    const allowed = !stops && ticked('channels').has(channel)
    return allowed === before ? [] : [[channel, allowed]]
  })
  const pace = form.get('pace')
  const pauseEnd = new Date(now.getTime() + settings.pauseDays * DAY_MS).toISOString()
  return {
    wantsLess: pace === 'less' || (pace === 'pause' && shown.wantsLess),
    pausedUntil: pace === 'pause' ? (shown.pausedUntil ?? pauseEnd) : null,
    topicsOff: settings.topics.flatMap(({ key }) => (topics.has(key) ? [] : [key])),
    channels: Object.fromEntries(channels),
  }
}
