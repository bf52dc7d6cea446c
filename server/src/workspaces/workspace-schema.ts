import { z } from '@hono/zod-openapi'
import { activitySettings } from '@relance/core/activity/activity-settings'
import { declineSettings } from '@relance/core/activity/decline-settings'
import { withoutProposals } from '@relance/core/activity/without-proposals'
import { fontNames } from '@relance/core/brand/brand-kit'
import { behaviourSettings } from '@relance/core/contact/behaviour'
import { preferenceSettings } from '@relance/core/preference/preference-settings'
import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { recommendationSettings } from '@relance/core/product/recommendation-settings'
import { reportSettings } from '@relance/core/report/report-settings'
import { scoreSettings } from '@relance/core/score/score-settings'
import { sendingSettings } from '@relance/core/sending-limit/sending-settings'
import { instant, uuid } from '../http/schemas'

export const clock = z.object({ kind: z.enum(['real', 'test']), now: instant })

const role = z.enum(['owner', 'publisher', 'editor', 'viewer'])

export const openWorkspace = z
  .object({
    id: uuid,
    name: z.string(),
    role,
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    clock,
  })
  .openapi('OpenWorkspace')

const text = z.string().max(500).optional()
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #1f5c4a' })
  .optional()

/** How mails sign and look. */
export const shop = z.object({
  name: text,
  url: z.url().optional(),
  phone: text,
  hours: text,
  reply_address: z.email().optional(),
  chat_url: z.url().optional(),
  help_url: z.url().optional(),
  address: text,
  logo_url: z.url().optional(),
  brand: z
    .object({
      ...{ accent: colour, on_accent: colour, text: colour, muted: colour },
      ...{ background: colour, surface: colour, font: z.enum(fontNames).optional() },
      logo_image_id: uuid.optional(),
    })
    .optional(),
})

/** Whom mails come from. */
export const sender = z.object({
  name: text,
  address: z.email().optional(),
  replyTo: z.email().optional(),
  mustBeVerified: z.boolean().optional().openapi({
    description:
      'Whether nothing may be published before the domain of the address is verified. Left out: yes where mails leave for the world on the real clock, no on a test clock or into the local inbox',
  }),
})

/** What the workspace calls quiet. Days are local ones since the last visit, order, open or click. */
export const activity = activitySettings
/** When the workspace says that a customer declines. */
export const decline = declineSettings

/** Some of it: what is left out stays as it is, so no proposal may fill it in. */
export const activityChange = withoutProposals(activity)
export const declineChange = withoutProposals(decline)
export const recommendationChange = withoutProposals(recommendationSettings)
export const preferenceChange = withoutProposals(preferenceSettings)
export const pressureChange = withoutProposals(pressureSettings)
export const sendingChange = withoutProposals(sendingSettings)
export const reportChange = withoutProposals(reportSettings)
export const behaviourChange = withoutProposals(behaviourSettings)

export const workspace = z
  .object({
    id: uuid,
    name: z.string(),
    isNamed: z.boolean().openapi({ description: 'False: the first start gave it its name' }),
    role,
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    allowPrivateWebhooks: z.boolean(),
    shop,
    sender,
    activity,
    decline,
    behaviour: behaviourSettings,
    recommendations: recommendationSettings,
    pressure: pressureSettings,
    preferences: preferenceSettings,
    sending: sendingSettings,
    reports: reportSettings,
    scores: scoreSettings,
    clock,
  })
  .openapi('Workspace')

export const workspaceName = z.string().trim().min(1).max(120)
