/** Something that happens after a while, unless it is put off or called off. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly afterMs: number,
    private readonly ring: () => void,
  ) {}

  /** Begins anew to wait. */
  set() {
    this.clear()
    this.timer = setTimeout(() => {
      this.timer = null
      this.ring()
    }, this.afterMs)
  }

  /** Begins to wait unless it does already. */
  begin() {
    if (this.timer === null) this.set()
  }

  clear() {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }
}
