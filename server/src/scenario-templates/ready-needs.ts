import type { Scope } from '@relance/db/connection/scope'
import { countLacking } from '@relance/db/contact/count-lacking'
import { countIncomplete } from '@relance/db/product/count-incomplete'
import { listContactFields, listEventNames } from '@relance/db/timeline/list-names'
import { someoneHas } from '@relance/db/timeline/someone-has'

/** Something a template needs that some have and some have not. */
export interface MissingData {
  /** A contact field, or one of a product as `product.…`. */
  need: string
  missing: number
  /** How many customers or products there are. */
  of: number
}

/** What of that which templates may need a workspace has: events and fields received at least once, and how many lack what. */
export async function readyNeeds(
  scope: Scope,
): Promise<{ events: Set<string>; fields: Set<string>; counted: MissingData[] }> {
  const [names, traits, profile, people, products] = await Promise.all([
    listEventNames(scope),
    listContactFields(scope),
    someoneHas(scope),
    countLacking(scope),
    countIncomplete(scope),
  ])
  return {
    events: new Set(names.map(({ name }) => name)),
    fields: new Set([...traits.map(({ field }) => field), ...profile]),
    counted: [
      { need: 'email', missing: people.email, of: people.of },
      { need: 'birthday', missing: people.birthday, of: people.of },
      { need: 'product.complements', missing: products.complements, of: products.of },
    ],
  }
}
