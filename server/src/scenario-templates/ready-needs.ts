import type { Scope } from '@relance/db/connection/scope'
import { listContactFields, listEventNames } from '@relance/db/timeline/list-names'
import { someoneHas } from '@relance/db/timeline/someone-has'

/** The events and contact fields that a workspace has received at least once. */
export async function readyNeeds(
  scope: Scope,
): Promise<{ events: Set<string>; fields: Set<string> }> {
  const [names, traits, profile] = await Promise.all([
    listEventNames(scope),
    listContactFields(scope),
    someoneHas(scope),
  ])
  return {
    events: new Set(names.map(({ name }) => name)),
    fields: new Set([...traits.map(({ field }) => field), ...profile]),
  }
}
