// Preloaded into a worker: its machine's clock jumps an hour ahead, then two hours back, and so on.
// Postgres' clock stays where it is, and only that one may matter.
const EVERY_MS = 7_000
const HOUR_MS = 3_600_000
const Real = Date
let aheadMs = HOUR_MS
setInterval(() => {
  aheadMs = -aheadMs
}, EVERY_MS).unref()

globalThis.Date = class extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + aheadMs)
    else super(...args)
  }
  static now() {
    return Real.now() + aheadMs
  }
}
