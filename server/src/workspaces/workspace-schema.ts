import { z } from '@hono/zod-openapi'
import { instant, uuid } from '../http/schemas'

export const clock = z.object({ kind: z.enum(['real', 'test']), now: instant })

export const openWorkspace = z
  .object({
    id: uuid,
    name: z.string(),
    role: z.enum(['owner', 'publisher', 'editor', 'viewer']),
    locale: z.string(),
    timeZone: z.string(),
    clock,
  })
  .openapi('OpenWorkspace')

export const workspace = z
  .object({
    id: uuid,
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    allowPrivateWebhooks: z.boolean(),
    clock,
  })
  .openapi('Workspace')

export const workspaceName = z.string().trim().min(1).max(120)
