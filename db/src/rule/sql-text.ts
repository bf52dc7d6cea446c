/** What a statement is filled with. */
export type SqlParam = string | number | Date | string[]

/** Collects the parameters of a statement that is written piece by piece. */
export class SqlParams {
  readonly values: SqlParam[] = []

  /** The placeholder of a value, cast to its SQL type. */
  add(
    value: SqlParam,
    type:
      | 'text'
      | 'uuid'
      | 'timestamptz'
      | 'date'
      | 'numeric'
      | 'bigint'
      | 'text[]'
      | 'numeric[]'
      | 'uuid[]'
      | 'jsonpath',
  ): string {
    this.values.push(typeof value === 'number' ? String(value) : value)
    return `$${this.values.length}::${type}`
  }
}
