import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { newId } from '@relance/core/id/ids'
import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import type { PeopleChoice } from '../flow/settle-people'
import { closeActs } from './close-acts'
import type { Act, StartChoices } from './scheduled-act'

/** An act to come. */
export interface NewAct {
  act: Act
  at: Date
  people: PeopleChoice
  /** Of a start: what goes live. */
  start?: { draft: Draft; plan: Plan; choices: StartChoices }
}

/**
 * Schedules an act of a flow in the place of the one that was scheduled before.
 * @throws AppError invalid with `field` where its instant has passed
 */
export async function putAct(
  tx: Tx,
  flowId: string,
  { act, at, people, start }: NewAct,
): Promise<void> {
  const { now } = await getClock(tx)
  if (at <= now)
    throw new AppError('invalid', 'This instant has passed already: choose a later one.', {
      field: `${act}At`,
    })
  await closeActs(tx, flowId, act)
  const json = (part: unknown) => (part === undefined ? null : JSON.stringify(part))
  await tx.sql`
    insert into scheduled_acts (workspace_id, id, flow_id, act, at, people, draft, plan, choices, made_by, made_at)
    values (${tx.workspaceId}, ${newId()}, ${flowId}, ${act}, ${at}, ${people}, ${json(start?.draft)},
      ${json(start?.plan)}, ${json(start?.choices)}, ${tx.actor ?? null}, ${now})`
}
