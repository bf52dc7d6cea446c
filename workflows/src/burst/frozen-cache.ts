/** Keeps what never changes once written, so that one read of each serves the life of the process. */
export class FrozenCache<Value> {
  readonly #values = new Map<string, Value>()

  /** @param most of them; beyond, the oldest gives way */
  constructor(readonly most: number) {}

  async get(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key)
    if (known !== undefined) return known
    const value = await read()
    if (this.#values.size >= this.most) this.#values.delete(this.#values.keys().next().value ?? '')
    this.#values.set(key, value)
    return value
  }
}
