import { newPerson, type Person, survivor } from './person'
import type { Shop } from './shop'
import type { Told } from './story'

/** Whose a fact is, and whose past it brings along. */
export interface Whose {
  person: Person
  joins: Person[]
}

/**
 * Finds or makes the person a fact is about. A cookie seen with a user belongs to that user from then on; its past
 * comes along only where it was nobody's yet.
 */
export function whoseIs(shop: Shop, told: Told, at: number): Whose {
  const person = find(shop, told) ?? make(shop, told, at)
  const joins: Person[] = []
  for (const name of [told.cookie, told.previously]) {
    if (!name) continue
    const former = told.previously === name ? shop.byUser.get(name) : undefined
    if (former) {
      if (survivor(former) !== person) joins.push(survivor(former))
      continue
    }
    const owner = shop.byCookie.get(name)
    if (owner && survivor(owner) === person) continue
    shop.byCookie.set(name, person)
    if (owner && isNobodyElse(survivor(owner), person, told)) joins.push(survivor(owner))
  }
  return { person, joins: [...new Set(joins)] }
}

function find(shop: Shop, { user, cookie }: Told): Person | undefined {
  const found = user ? shop.byUser.get(user) : cookie ? shop.byCookie.get(cookie) : undefined
  return found && survivor(found)
}

function make(shop: Shop, { user }: Told, at: number): Person {
  const person = newPerson(shop.people.length, user, at)
  shop.people.push(person)
  if (user) shop.byUser.set(user, person)
  return person
}

function isNobodyElse(owner: Person, person: Person, { type, properties }: Told): boolean {
  if (owner.user !== null) return false
  const said = type === 'identify' ? properties.email : null
  const email = typeof said === 'string' ? said : person.email
  return owner.email === null || !email || owner.email === email
}
