import { AppError } from '@relance/core/error/app-error'
import { createMiddleware } from 'hono/factory'
import { enterWorkspace } from '../auth/authenticate'
import { type Act, needs } from '../auth/permissions'
import type { AppEnv } from '../http/context'

/** For addresses that name the workspace themselves: enters it, or answers that there is none. */
export const scopeOfWorkspace = (act: Act) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const wanted = c.req.param('workspaceId') ?? ''
    const principal = c.get('principal')
    if (principal.kind === 'user') await enterWorkspace(c, principal.user, wanted)
    else if (c.get('scope').workspaceId !== wanted)
      throw new AppError('not-found', 'This workspace does not exist.')
    await needs(act, 'workspace')(c, next)
  })
