import type { ActivitySettings } from '@relance/core/activity/activity-settings'
import type { DeclineSettings } from '@relance/core/activity/decline-settings'
import type { ShopSettings } from '@relance/core/brand/shop-settings'
import type { BehaviourSettings } from '@relance/core/contact/behaviour'
import type { PreferenceSettings } from '@relance/core/preference/preference-settings'
import type { PressureSettings } from '@relance/core/pressure/pressure-settings'
import type { RecommendationSettings } from '@relance/core/product/recommendation-settings'
import type { ReportSettings } from '@relance/core/report/report-settings'
import type { ScoreSettings } from '@relance/core/score/score-settings'
import type { SendingSettings } from '@relance/core/sending-limit/sending-settings'

/** Whom mails come from. */
export interface SenderSettings {
  name?: string
  address?: string
  replyTo?: string
  /**
   * Whether nothing is published before our key is found at the address's domain. Left out: yes where mails leave for
   * the world on the real clock, no on a test clock or into the local inbox.
   */
  mustBeVerified?: boolean
}

/** A workspace as people see it. Instants are its own clock's. */
export interface Workspace {
  id: string
  organisationId: string
  name: string
  /** Whether somebody chose the name; false: the first start gave it. */
  isNamed: boolean
  locale: string
  timeZone: string
  currency: string
  /** May webhooks reach private addresses? */
  allowPrivateWebhooks: boolean
  shop: ShopSettings
  sender: SenderSettings
  activity: ActivitySettings
  decline: DeclineSettings
  behaviour: BehaviourSettings
  recommendations: RecommendationSettings
  pressure: PressureSettings
  preferences: PreferenceSettings
  sending: SendingSettings
  reports: ReportSettings
  scores: ScoreSettings
  clock: { kind: 'real' | 'test'; now: Date }
}
