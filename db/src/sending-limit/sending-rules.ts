import { type SendingSettings, sendingSettings } from '@relance/core/sending-limit/sending-settings'
import { warmUpMost } from '@relance/core/sending-limit/warm-up'
import { askedOnce } from '../connection/batched'
import { isOn, type SendingPause } from './pauses'

/** What a workspace's sending is limited by. */
export interface SendingRules {
  settings: SendingSettings
  /** The domain that mails come from while inboxes do not know it yet; null: none, or it is known. */
  warmingUp: string | null
  /** What is not sent for a time; service mails are. */
  pauses: Pick<SendingPause, 'kind' | 'subject' | 'until'>[]
  /** IANA name of the workspace's zone. */
  timeZone: string
}

interface Row {
  sending: unknown
  domain: string | null
  step: number
  pauses: { kind: SendingPause['kind']; subject: string; until: string | null }[]
  timeZone: string
}

/** The rules of a workspace; a few rows of two indexes besides its own. */
export const getSendingRules = askedOnce(async (tx): Promise<SendingRules> => {
  const [row] = await tx.sql<Row[]>`
    select w.sending, w.domain, w.time_zone as "timeZone", coalesce((
      select max(c.step) from sending_counts c
      where c.workspace_id = w.id and c.kind = 'sender' and c.name = w.domain), 0) as step, coalesce((
      select jsonb_agg(jsonb_build_object('kind', p.kind, 'subject', p.subject, 'until', p.until))
      from sending_pauses p where ${isOn(tx)}), '[]') as pauses
    from (
      select id, time_zone, coalesce(settings -> 'sending', '{}') as sending,
        nullif(lower(split_part(coalesce(settings -> 'sender' ->> 'address', ''), '@', 2)), '') as domain
      from workspaces where id = ${tx.workspaceId}
    ) w`
  const settings = sendingSettings.parse(row?.sending ?? {})
  const isNew = settings.warmUp !== null && warmUpMost(settings.warmUp, row?.step ?? 0) !== null
  return {
    settings,
    warmingUp: isNew ? (row?.domain ?? null) : null,
    pauses: (row?.pauses ?? []).map(({ until, ...pause }) => ({
      ...{ ...pause, until: until === null ? null : new Date(until) },
    })),
    timeZone: row?.timeZone ?? 'UTC',
  }
})

/** Whether anything is to be counted at all. */
export const hasLimits = ({ settings, warmingUp }: SendingRules): boolean =>
  settings.dailyMost !== null || warmingUp !== null || settings.domainLimits.length > 0
