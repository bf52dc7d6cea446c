type Kept = string | number | boolean | null

/**
 * What to keep of an answer: all of its text, or what a JSON pointer (`/data/score`) leads to.
 * Objects and lists are kept as JSON. Undefined where the pointer leads nowhere, or the text is not JSON.
 */
export function readAnswer(body: string, pointer: string | null | undefined): Kept | undefined {
  if (!pointer) return body
  const parsed = parse(body)
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = names.reduce<unknown>(step, parsed)
  if (found === undefined) return undefined
  return isKept(found) ? found : JSON.stringify(found)
}

const step = (at: unknown, name: string): unknown =>
  typeof at === 'object' && at !== null && Object.hasOwn(at, name)
    ? Object.entries(at).find(([key]) => key === name)?.[1]
    : undefined

const isKept = (value: unknown): value is Kept =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
