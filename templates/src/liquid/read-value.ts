import {
  Context,
  evalToken,
  type Filter,
  type Token,
  TypeGuards,
  toValueSync,
  type Value,
} from 'liquidjs'

/** A value as a render sees it. */
export type Read = (context: Context) => unknown

const { isOperatorToken, isPropertyAccessToken } = TypeGuards

// Private there, and all that a name without a dot needs.
const findScope = Reflect.get(Context.prototype, 'findScope') as (
  this: Context,
  key: string | number,
) => object

/**
 * Liquid's value, worked out once: reading it then costs no generator for each name, filter and argument. Answers what
 * liquidjs answers, where variables need not exist (`strictVariables` off), as everywhere here.
 */
export function readValue({ initial, filters }: Value): Read {
  const read =
    readOperands(initial.postfix) ?? ((context) => toValueSync(initial.evaluate(context)))
  const applied = filters.map(readFilter)
  if (applied.length === 0) return read
  return (context) => {
    let value = read(context)
    for (const apply of applied) value = apply(value, context)
    return value
  }
}

/** Null where there is more than names, texts and operators between two of them. */
function readOperands(postfix: Token[]): Read | null {
  const [first] = postfix
  if (postfix.length === 1 && first) return readToken(first)
  const steps = postfix.map((token) => (isOperatorToken(token) ? token.operator : readToken(token)))
  if (steps.includes('not')) return null
  return (context) => {
    const operands: unknown[] = []
    for (const step of steps) {
      if (typeof step !== 'string') {
        operands.push(step(context))
        continue
      }
      const [left, right] = operands.splice(-2)
      operands.push(toValueSync(context.opts.operators[step]?.(left, right, context)))
    }
    return operands[0]
  }
}

function readToken(token: Token | undefined): Read {
  if (!token) return () => undefined
  if ('content' in token) return () => token.content
  return readName(token) ?? ((context) => toValueSync(evalToken(token, context)))
}

/** A name with its dots, `cart.lines`; null where part of it is reckoned, as in `cart[name]`. */
function readName(token: Token): Read | null {
  if (!isPropertyAccessToken(token) || token.variable) return null
  const keys = token.props.flatMap((prop) => {
    const key = 'content' in prop ? prop.content : undefined
    return typeof key === 'string' || typeof key === 'number' ? [key] : []
  })
  const [head] = keys
  if (head === undefined || keys.length < token.props.length) return null
  return (context) => {
    let value: unknown = findScope.call(context, head)
    for (const key of keys) value = property(context, value, key)
    return value
  }
}

/** A plain value of a plain object is what most names lead to; all else is asked as liquidjs does. */
function property(context: Context, value: unknown, key: string | number): unknown {
  if (isPlain(value) && Object.hasOwn(value, key)) {
    const found = value[key]
    if (typeof found === 'string' || typeof found === 'number') return found
  }
  return settled(context.readProperty(value as object, key))
}

/** Ours: a list's `size` and a drop's answers are no properties of their own. */
function isPlain(value: unknown): value is Record<string | number, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** What a generator comes to; anything but an object is none. */
const settled = (value: unknown): unknown =>
  typeof value === 'object' ? toValueSync(value) : value

type Apply = (value: unknown, context: Context) => unknown

function readFilter(filter: Filter): Apply {
  const handler = Reflect.get(filter, 'handler') as (...args: unknown[]) => unknown
  const [token, liquid] = [Reflect.get(filter, 'token'), Reflect.get(filter, 'liquid')]
  const args = filter.args.map((arg): Read => {
    if (!Array.isArray(arg)) return readToken(arg)
    const [name, read] = [arg[0], readToken(arg[1])]
    return (context) => [name, read(context)]
  })
  if (args.length === 0)
    return (value, context) => settled(handler.call({ context, token, liquid }, value))
  return (value, context) => {
    const given = args.map((read) => read(context))
    return settled(handler.call({ context, token, liquid }, value, ...given))
  }
}
