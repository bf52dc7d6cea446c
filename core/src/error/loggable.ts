/** Whose mailbox it is, in any text: everything around an @ that could be one. */
const ADDRESS = /[^\s"'<>()[\]{},;:=\\/]+@[^\s"'<>()[\]{},;:=\\/]+\.[\p{L}\d-]+/gu
const PHONE = /\+\d[\d .()-]{6,}\d/g

/** A text without what somebody could be reached at. */
export const withoutAddresses = (text: string): string =>
  text.replace(ADDRESS, '[address]').replace(PHONE, '[number]')

/** How a database or a query builder quotes the values it was given. */
const VALUES = [/\nparams:[\s\S]*$/, /(?<=^invalid input [^:]*: )".*"$/s, /(?<=: )"[^"]*@[^"]*"/g]

const withoutValues = (message: string): string =>
  withoutAddresses(VALUES.reduce((text, pattern) => text.replace(pattern, '…'), message))

/** What says where an error comes from and nothing of whom it befell. Others are left out: a detail quotes a row. */
const KEPT = [
  'code',
  'responseCode',
  'command',
  'table_name',
  'constraint_name',
  'routine',
] as const

/** An error as a log may keep it: its kind, code, message and trace, and those of its causes. */
export interface LoggableError {
  type: string
  message: string
  stack?: string
  cause?: unknown
  [kept: string]: unknown
}

/**
 * An error for the log, without values, addresses or numbers of people. Anything else thrown is told by its type.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutValues(String(error)) }
  const kept = Object.fromEntries(
    KEPT.flatMap((key) => {
      const value: unknown = Reflect.get(error, key)
      return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : []
    }),
  )
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...kept,
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause !== undefined && depth < 3
      ? { cause: loggableError(error.cause, depth + 1) }
      : {}),
  }
}
