import type { ScoreSettingsChange } from '@relance/core/score/score-settings'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getScoreSettings } from '../score/get-score-settings'
import { moveNight } from '../score/nights'
import { changeActivitySettings } from './change-activity-settings'
import { changeBehaviourSettings } from './change-behaviour-settings'
import { changeDeclineSettings } from './change-decline-settings'
import { changePressureSettings } from './change-pressure-settings'
import { changeSendingSettings } from './change-sending-settings'
import { getWorkspace } from './get-workspace'
import type { Workspace } from './workspace'

export type WorkspaceChange = Partial<
  Pick<
    Workspace,
    'name' | 'locale' | 'timeZone' | 'currency' | 'allowPrivateWebhooks' | 'shop' | 'sender'
  >
> & {
  activity?: Partial<Workspace['activity']>
  decline?: Partial<Workspace['decline']>
  behaviour?: Partial<Workspace['behaviour']>
  recommendations?: Partial<Workspace['recommendations']>
  pressure?: Partial<Workspace['pressure']>
  preferences?: Partial<Workspace['preferences']>
  sending?: Partial<Workspace['sending']>
  reports?: Partial<Workspace['reports']>
  scores?: ScoreSettingsChange
}

/**
 * Changes what is given, leaves the rest; answers the workspace as it is then.
 * @throws AppError invalid for rungs of the ladder, or steps of silence, that are out of order
 */
export const updateWorkspace = (scope: Scope, change: WorkspaceChange): Promise<Workspace> =>
  inTransaction(scope, async (tx) => {
    const { name = null, locale = null, timeZone = null, currency = null, ...rest } = change
    // Stringify leaves out what is undefined.
    const settings = {
      allowPrivateWebhooks: rest.allowPrivateWebhooks,
      shop: rest.shop,
      sender: rest.sender,
      recommendations: rest.recommendations && {
        ...(await getWorkspace(tx)).recommendations,
        ...rest.recommendations,
      },
      preferences: rest.preferences && {
        ...(await getWorkspace(tx)).preferences,
        ...rest.preferences,
      },
      reports: rest.reports && { ...(await getWorkspace(tx)).reports, ...rest.reports },
      scores: rest.scores && { ...(await getScoreSettings(tx)), ...rest.scores },
    }
    await tx.sql`
      update workspaces set name = coalesce(${name}, name), locale = coalesce(${locale}, locale),
        time_zone = coalesce(${timeZone}, time_zone), currency = coalesce(${currency}, currency),
        settings = case when name <> ${name} then settings - 'unnamed' else settings end || ${JSON.stringify(settings)}::jsonb
      where id = ${tx.workspaceId}`
    if (rest.pressure) await changePressureSettings(tx, rest.pressure)
    if (rest.sending || rest.sender) await changeSendingSettings(tx, rest.sending ?? {})
    if (rest.activity) await changeActivitySettings(tx, rest.activity)
    if (rest.behaviour) await changeBehaviourSettings(tx, rest.behaviour)
    if (rest.decline) await changeDeclineSettings(tx, rest.decline)
    if (timeZone !== null || rest.scores) await moveNight(tx)
    return getWorkspace(tx)
  })
