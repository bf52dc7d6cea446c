type Waiting<Item, Answer> = {
  item: Item
  give: (answer: Answer) => void
  refuse: (error: unknown) => void
}

/**
 * Lets what arrives while others are under way go together: at rest an item goes at once and alone, in a rush many
 * share one transaction. `work` answers in the order of its items; an Error among the answers is thrown to its own
 * caller, one that it throws to all of them.
 */
export class Gathered<Item, Answer> {
  readonly #waiting = new Map<string, Waiting<Item, Answer>[]>()
  readonly #running = new Map<string, number>()

  /**
   * @param most how many go together
   * @param width how many times together at once, for each key
   */
  constructor(
    readonly work: (key: string, items: Item[]) => Promise<(Answer | Error)[]>,
    readonly most: number,
    readonly width: number,
  ) {}

  /** Does one item with others of its key. */
  do(key: string, item: Item): Promise<Answer> {
    return new Promise((give, refuse) => {
      const waiting = this.#waiting.get(key)
      if (waiting) waiting.push({ item, give, refuse })
      else this.#waiting.set(key, [{ item, give, refuse }])
      // Whoever else arrives in this very turn comes along.
      queueMicrotask(() => this.#start(key))
    })
  }

  #start(key: string): void {
    const running = this.#running.get(key) ?? 0
    const waiting = this.#waiting.get(key)
    if (!waiting || running >= this.width) return
    const going = waiting.splice(0, this.most)
    if (waiting.length === 0) this.#waiting.delete(key)
    this.#running.set(key, running + 1)
    void this.#go(key, going)
  }

  async #go(key: string, going: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(
        key,
        going.map(({ item }) => item),
      )
      for (const [i, { give, refuse }] of going.entries()) {
        const answer = answers[i]
        if (answer instanceof Error) refuse(answer)
        else give(answer as Answer)
      }
    } catch (error) {
      for (const { refuse } of going) refuse(error)
    }
    const left = (this.#running.get(key) ?? 1) - 1
    if (left === 0) this.#running.delete(key)
    else this.#running.set(key, left)
    this.#start(key)
  }
}
