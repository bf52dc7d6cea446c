import type { ProductToKeep } from '../product/upsert-products'
import { now, type Person, type Told } from './rule-people'

/** What people of the model buy and look at. */
export const modelProducts: ProductToKeep[] = [
  { productId: 'p-1', title: 'One', category: 'prints', brand: 'X', creator: 'a' },
  { productId: 'p-2', title: 'Two', category: 'a', brand: 'X' },
  { productId: 'p-3', title: 'Three', category: 'prints', brand: 'é', creator: 'Lyon' },
  { productId: 'p-4', title: 'Four' },
]
/** A click counts for so many days … */
export const RESPONSIVE_DAYS = 10
/** … by the calendar of the shop: on the way, its clocks went forward by an hour. */
const responsiveSince = new Date('2026-03-21T13:00:00Z')

type Kind = 'category' | 'brand' | 'creator'
interface Taste {
  bought: number
  seen: number
  last: number
}

const lines = ({ properties }: Told): { product_id?: unknown; quantity?: unknown }[] =>
  Array.isArray(properties.products) ? properties.products : []

function tastes({ events }: Person, kind: Kind): Map<string, Taste> {
  const found = new Map<string, Taste>()
  const add = (id: unknown, { at }: Told, bought: number, seen: number) => {
    const value = modelProducts.find(({ productId }) => productId === id)?.[kind]
    if (!value) return
    const before = found.get(value) ?? { bought: 0, seen: 0, last: 0 }
    found.set(value, {
      bought: before.bought + bought,
      seen: before.seen + seen,
      last: Math.max(before.last, at.getTime()),
    })
  }
  for (const event of events.filter(({ at }) => at <= now)) {
    if (event.name === 'Product Viewed') add(event.properties.product_id, event, 0, 1)
    if (event.name === 'Order Completed')
      for (const line of lines(event)) add(line.product_id, event, Number(line.quantity ?? 1), 0)
  }
  return found
}

const best = (found: Map<string, Taste>): string | null =>
  [...found].toSorted(
    ([name, one], [otherName, other]) =>
      other.bought - one.bought ||
      other.seen - one.seen ||
      other.last - one.last ||
      (name < otherName ? -1 : 1),
  )[0]?.[0] ?? null

function sections({ events }: Person): Map<string, Taste> {
  const found = new Map<string, Taste>()
  for (const { name, at, properties } of events) {
    if (name !== 'page' || at > now || typeof properties.section !== 'string') continue
    const section = properties.section.toLowerCase()
    const before = found.get(section)
    found.set(section, {
      bought: 0,
      seen: (before?.seen ?? 0) + 1,
      last: Math.max(before?.last ?? 0, at.getTime()),
    })
  }
  return found
}

function labels(person: Person, people: readonly Person[]): string[] {
  const hasInvited = people.some(
    (other) => other.traits.referredBy === person.id && other.id !== person.id,
  )
  const hasClicked = person.events.some(
    ({ name, at }) => name === 'Email Link Clicked' && at > responsiveSince,
  )
  const all: [string, boolean][] = [
    ['subscriber', person.consents?.email === 'given'],
    ['buyer', person.events.some(({ name }) => name === 'Order Completed')],
    ['referrer', hasInvited],
    ['responsive', hasClicked],
  ]
  return all.filter(([, holds]) => holds).map(([label]) => label)
}

const listed = (values: string[]) => (values.length === 0 ? null : [...new Set(values)])

/** What a person's orders, visits and choices say of them, worked out from the definition alone. */
export function behaviour(
  person: Person,
  people: readonly Person[],
): Record<string, string | string[] | null> {
  const { interests } = person.traits
  const declared = Array.isArray(interests) ? interests : interests ? [interests] : []
  const categories = tastes(person, 'category')
  return {
    labels: listed(labels(person, people)),
    interests: listed([...declared.map(String), ...categories.keys()].filter(Boolean)),
    sectionsSeen: listed([...sections(person).keys()]),
    favouriteCategory: best(categories) ?? best(sections(person)),
    favouriteBrand: best(tastes(person, 'brand')),
    favouriteCreator: best(tastes(person, 'creator')),
  }
}
