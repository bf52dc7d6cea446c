import type { Draft } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import type { PeopleChoice } from '../flow/settle-people'
import { isResting } from '../trouble/is-resting'
import type { StartChoices } from './scheduled-act'

interface Taken {
  id: string
  flowId: string
  people: PeopleChoice
  madeBy: string | null
  madeAt: Date
}

/** A start with all that was kept for it. */
export interface TakenStart extends Taken {
  act: 'start'
  draft: Draft
  plan: Plan
  choices: StartChoices
}
export type TakenAct = TakenStart | (Taken & { act: 'end'; people: 'finish' | 'leave' })

const columns = ({ sql }: Tx) => sql`
  id, flow_id as "flowId", act, people, draft, plan, choices, made_by as "madeBy", made_at as "madeAt"`

/** The act whose instant came first and which has not been done. Nothing is locked: `takeAct` says whether it still is to be done. */
export async function findDueAct(tx: Tx): Promise<TakenAct | undefined> {
  const { now } = await getClock(tx)
  const [act] = await tx.sql<TakenAct[]>`
    select ${columns(tx)} from scheduled_acts
    where workspace_id = ${tx.workspaceId} and outcome is null and at <= ${now}
      and not ${isResting(tx, 'act', tx.sql`scheduled_acts.id`)}
    order by at, act desc limit 1`
  return act
}

/** Locks an act that is to be done. Called under the workspace's gate. */
export async function takeAct(tx: Tx, id: string): Promise<TakenAct | undefined> {
  const [act] = await tx.sql<TakenAct[]>`
    select ${columns(tx)} from scheduled_acts
    where workspace_id = ${tx.workspaceId} and id = ${id} and outcome is null for update`
  return act
}

/** The start that is to come for a flow, its instant come or not. Nothing is locked. */
export async function findStart(tx: Tx, flowId: string): Promise<TakenStart | undefined> {
  const [start] = await tx.sql<TakenStart[]>`
    select ${columns(tx)} from scheduled_acts
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and act = 'start' and outcome is null`
  return start
}
