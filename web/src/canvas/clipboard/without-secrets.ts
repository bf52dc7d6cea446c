import type { GraphNode } from '@relance/core/graph/graph'

/** Fields whose value names a person. */
const OF_A_PERSON = new Set(['id', 'externalId', 'email', 'phone'])

/** Rules without the people they name: such a comparison stays, and asks for its value again. */
export function withoutPeople<Value>(value: Value): Value
export function withoutPeople(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPeople(one))
  if (typeof value !== 'object' || value === null) return value
  const namesOne = 'op' in value && 'field' in value && OF_A_PERSON.has(String(value.field))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(namesOne && key === 'value'))
      .map(([key, inner]) => [key, withoutPeople(inner)]),
  )
}

/** An address without who signs in there, nor what its query says: keys are handed over in either. */
function withoutKeys(url: string): string {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  parsed.username = ''
  parsed.password = ''
  parsed.search = ''
  // The parser would write braces of our own as codes.
  return url.includes('@') || url.includes('?') ? parsed.href : url
}

/** A step as it may leave its workspace: headers keep their names only, addresses no keys, rules no people. */
export function withoutSecrets(node: GraphNode): GraphNode {
  const config = Object.entries(node.config).map(([field, value]) => {
    if (field === 'headers' && typeof value === 'object' && value !== null)
      return [field, Object.fromEntries(Object.keys(value).map((name) => [name, '']))] as const
    if (field === 'url' && typeof value === 'string') return [field, withoutKeys(value)] as const
    return [field, withoutPeople(value)] as const
  })
  return { ...node, config: Object.fromEntries(config) }
}
