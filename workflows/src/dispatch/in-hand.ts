/**
 * What a worker has in hand of each workspace: at most so many at a time. Each makes room for the next as soon as it
 * is done, so that one that hangs holds up nothing but its own place.
 */
export class InHand {
  readonly #ids = new Map<string, Set<string>>()
  readonly #failures = new Map<string, unknown>()
  readonly #carrying = new Set<Promise<void>>()
  #waiting: (() => void)[] = []

  /** @param most of one workspace */
  constructor(readonly most: number) {}

  /** The ids of all that is in hand. */
  all(): string[] {
    return [...this.#ids.values()].flatMap((ids) => [...ids])
  }

  /** Waits for room for `atLeast`, and says for how many there is. Throws what failed since it was last asked. */
  async room(workspaceId: string, atLeast: number): Promise<number> {
    while (this.most - this.#of(workspaceId).size < atLeast && !this.#failures.has(workspaceId))
      await new Promise<void>((resume) => this.#waiting.push(resume))
    if (this.#failures.has(workspaceId)) {
      const failure = this.#failures.get(workspaceId)
      this.#failures.delete(workspaceId)
      throw failure
    }
    return this.most - this.#of(workspaceId).size
  }

  /** Takes these in hand until `work` lets go of each, or is over. */
  carry(
    workspaceId: string,
    ids: string[],
    work: (letGo: (id: string) => void) => Promise<void>,
  ): void {
    const own = this.#of(workspaceId)
    for (const id of ids) own.add(id)
    const letGo = (id: string) => {
      own.delete(id)
      this.#wake()
    }
    const carrying = work(letGo)
      .catch((error: unknown) => {
        this.#failures.set(workspaceId, error)
      })
      .finally(() => {
        ids.forEach(letGo)
        this.#carrying.delete(carrying)
      })
    this.#carrying.add(carrying)
  }

  /** Waits until nothing is in hand. */
  async empty(): Promise<void> {
    while (this.#carrying.size > 0) await Promise.all(this.#carrying)
  }

  #of(workspaceId: string): Set<string> {
    const own = this.#ids.get(workspaceId) ?? new Set()
    this.#ids.set(workspaceId, own)
    return own
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume()
  }
}
