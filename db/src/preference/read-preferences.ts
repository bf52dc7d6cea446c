import { AppError } from '@relance/core/error/app-error'
import {
  type PreferenceSettings,
  preferenceSettings,
} from '@relance/core/preference/preference-settings'
import type { PreferenceChannel, Preferences } from '@relance/core/preference/preferences'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** All that a person's preference page shows. */
export interface PreferencesRead extends Preferences {
  settings: PreferenceSettings
  /** Of each channel there is an address for: whether they allow it. */
  channels: Partial<Record<PreferenceChannel, boolean>>
  /** The workspace's colours of buttons and what stands on them, where it has set them. */
  accent: string | null
  onAccent: string | null
  /** The workspace's. IANA name. */
  timeZone: string
  now: Date
}

interface Row extends Preferences {
  settings: unknown
  accent: string | null
  onAccent: string | null
  email: boolean | null
  sms: boolean | null
  timeZone: string
  now: Date
}

/** What a contact has asked for so far. Throws AppError not-found. */
export const readPreferences = (scope: Scope | Tx, contactId: string): Promise<PreferencesRead> =>
  inTransaction(scope, async (tx) => {
    const allows = (channel: string) => tx.sql`coalesce((select n.state = 'given' from consents n
      where n.workspace_id = c.workspace_id and n.contact_id = c.id and n.channel = ${channel}), false)`
    const [row] = await tx.sql<Row[]>`
      select coalesce(w.settings -> 'preferences', '{}') as settings, w.settings #>> '{shop,brand,accent}' as accent,
        w.settings #>> '{shop,brand,on_accent}' as "onAccent",
        w.time_zone as "timeZone",
        case when c.email is not null then ${allows('email')} end as email,
        case when c.phone is not null then ${allows('sms')} end as sms,
        coalesce(p.wants_less, false) as "wantsLess", to_json(p.paused_until) #>> '{}' as "pausedUntil",
        coalesce(p.topics_off, '{}') as "topicsOff", workspace_now(w.id) as now
      from contacts c join workspaces w on w.id = c.workspace_id
      left join contact_preferences p on p.workspace_id = c.workspace_id and p.contact_id = c.id
      where c.workspace_id = ${tx.workspaceId} and c.id = ${contactId}`
    if (!row) throw new AppError('not-found', 'This contact does not exist.')
    const { settings, email, sms, pausedUntil, ...rest } = row
    return {
      ...rest,
      settings: preferenceSettings.parse(settings),
      channels: { ...(email !== null && { email }), ...(sms !== null && { sms }) },
      pausedUntil: pausedUntil && new Date(pausedUntil) > row.now ? pausedUntil : null,
    }
  })
