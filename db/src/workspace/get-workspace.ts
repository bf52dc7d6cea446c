import { activitySettings } from '@relance/core/activity/activity-settings'
import { declineSettings } from '@relance/core/activity/decline-settings'
import { behaviourSettings } from '@relance/core/contact/behaviour'
import { AppError } from '@relance/core/error/app-error'
import { preferenceSettings } from '@relance/core/preference/preference-settings'
import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { recommendationSettings } from '@relance/core/product/recommendation-settings'
import { reportSettings } from '@relance/core/report/report-settings'
import { scoreSettings } from '@relance/core/score/score-settings'
import { sendingSettings } from '@relance/core/sending-limit/sending-settings'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Workspace } from './workspace'

/** The workspace of a scope. Throws AppError not-found. */
export const getWorkspace = (scope: Scope | Tx): Promise<Workspace> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<(Omit<Workspace, 'clock'> & { kind: 'real' | 'test'; now: Date })[]>`
      select id, organisation_id as "organisationId", name, not settings ? 'unnamed' as "isNamed", locale, time_zone as "timeZone", currency,
        coalesce((settings->>'allowPrivateWebhooks')::boolean, false) as "allowPrivateWebhooks",
        coalesce(settings->'shop', '{}') as shop, coalesce(settings->'sender', '{}') as sender,
        coalesce(settings->'activity', '{}') as activity, coalesce(settings->'decline', '{}') as decline,
        coalesce(settings->'behaviour', '{}') as behaviour, coalesce(settings->'scores', '{}') as scores,
        coalesce(settings->'recommendations', '{}') as recommendations,
        coalesce(settings->'pressure', '{}') as pressure, coalesce(settings->'preferences', '{}') as preferences,
        coalesce(settings->'sending', '{}') as sending, coalesce(settings->'reports', '{}') as reports,
        clock_kind as kind, workspace_now(id) as now
      from workspaces where id = ${tx.workspaceId}`
    if (!row) throw new AppError('not-found', 'This workspace does not exist.')
    const { kind, now, ...workspace } = row
    return {
      ...workspace,
      activity: activitySettings.parse(row.activity),
      decline: declineSettings.parse(row.decline),
      behaviour: behaviourSettings.parse(row.behaviour),
      recommendations: recommendationSettings.parse(row.recommendations),
      pressure: pressureSettings.parse(row.pressure),
      preferences: preferenceSettings.parse(row.preferences),
      sending: sendingSettings.parse(row.sending),
      reports: reportSettings.parse(row.reports),
      scores: scoreSettings.parse(row.scores),
      clock: { kind, now },
    }
  })
