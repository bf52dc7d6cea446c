import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability'
import { AppError } from '@relance/core/error/app-error'
import type { Role } from '@relance/db/workspace/workspaces-of-user'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/context'

/** What a route does. */
export type Act = 'see' | 'draw' | 'publish' | 'own'
/** What it does it to. */
export type Subject =
  | 'flow'
  | 'enrolment'
  | 'contact'
  | 'segment'
  | 'message'
  | 'mail'
  | 'offer'
  | 'product'
  | 'event'
  | 'import'
  | 'score'
  | 'clock'
  | 'workspace'
  | 'member'
  | 'key'
type Ability = MongoAbility<[Act, Subject | 'all']>

/** Subjects only an owner may even look at. */
const OWNERS_ONLY: Subject[] = ['key', 'member']

/**
 * The only place that says what a role may do: a viewer sees; an editor draws flows, segments, mails and offers and
 * brings data in; a publisher also publishes, moves or ends people, undoes merges and moves a test clock; an owner does all.
 */
function abilityOf(role: Role): Ability {
  const { can, cannot, build } = new AbilityBuilder<Ability>(createMongoAbility)
  can('see', 'all')
  if (role !== 'owner') cannot('see', OWNERS_ONLY)
  if (role !== 'viewer')
    can('draw', [
      ...(['flow', 'segment', 'mail', 'offer', 'product'] as const),
      ...(['event', 'import', 'contact', 'score'] as const),
    ])
  if (role === 'publisher' || role === 'owner')
    can('publish', ['flow', 'enrolment', 'clock', 'contact'])
  if (role === 'owner') can('own', 'all')
  return build()
}

const abilities: Record<Role, Ability> = {
  owner: abilityOf('owner'),
  publisher: abilityOf('publisher'),
  editor: abilityOf('editor'),
  viewer: abilityOf('viewer'),
}

/** Whether a role may do something. */
export const mayDo = (role: Role, act: Act, subject: Subject): boolean =>
  abilities[role].can(act, subject)

/** What a route declares: lets on whoever may do this in the workspace of the request. */
export const needs = (act: Act, subject: Subject) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { role, kind } = c.get('principal')
    if (!c.get('scope') || role === null) {
      throw new AppError(
        'invalid',
        'Say which workspace: the header Relance-Workspace is missing.',
        {
          field: 'Relance-Workspace',
        },
      )
    }
    if (!mayDo(role, act, subject)) {
      c.get('log').info({ kind, role, act, subject }, 'forbidden')
      throw new AppError('forbidden', 'Your role in this workspace does not allow that.')
    }
    await next()
  })
