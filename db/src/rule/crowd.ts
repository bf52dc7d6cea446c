/**
 * What one statement that asks a rule of everybody works out once for all of them, each as a table with a row for
 * whoever has it, instead of once for each contact. Pieces are added while the rule is compiled.
 */
export class Crowd {
  readonly #names = new Map<string, string>()
  readonly #tables: string[] = []
  readonly #joined = new Set<string>()

  /**
   * @param workspace the workspace's id, as SQL
   * @param among a table of contacts by `id` outside of whom nobody is asked, as SQL, where the rule narrows them down
   * @param isWhole the answer is about all of them, not about the first few: events are read once for all
   */
  constructor(
    readonly workspace: string,
    readonly among: () => string | null,
    readonly isWhole: boolean,
  ) {}

  /** The name of a table, worked out once however often `key` is asked for. */
  table(key: string, sql: () => string): string {
    const known = this.#names.get(key)
    if (known) return known
    // First, for what it is made of comes before it.
    const text = sql()
    const name = `crowd_${this.#names.size}`
    this.#names.set(key, name)
    this.#tables.push(`${name} as ${text}`)
    return name
  }

  /** The same for a table with a `contact_id`, no two rows of which are alike in it: its name beside the contact `c`. */
  beside(key: string, sql: () => string): string {
    const name = this.table(key, sql)
    this.#joined.add(name)
    return name
  }

  /** The tables as `with` takes them, each after those it is made of. */
  get tables(): readonly string[] {
    return this.#tables
  }

  /** The joins that follow the contact `c`. */
  get joins(): string {
    return [...this.#joined]
      .map((name) => `left join ${name} on ${name}.contact_id = c.id`)
      .join(' ')
  }
}
