/** One figure of a part. */
export interface Row {
  name: string
  value: number
  unit: string
  /** In words, such as "≥ 400"; absent where a figure is told for its own sake. */
  target?: string
  /** Whether the target is met; null without one. */
  holds: boolean | null
}

/** What one part measures or proves; `npm run bench -- <name>` runs it. */
export interface Part {
  name: string
  /** One sentence: what it does, to whom. */
  about: string
  /** A variable without which it runs only when named, and then says what is missing. */
  needs?: string
  run(say: (line: string) => void): Promise<Row[]>
}

/** What could not be measured on this system is neither met nor missed. */
const verdict = (value: number, isMet: boolean) => (Number.isNaN(value) ? null : isMet)

/** A figure that must not be less than `least`. */
export const atLeast = (name: string, value: number, least: number, unit: string): Row => ({
  ...{ name, value, unit },
  ...{ target: `≥ ${least}`, holds: verdict(value, value >= least) },
})

/** A figure that must not be more than `most`. */
export const atMost = (name: string, value: number, most: number, unit: string): Row => ({
  ...{ name, value, unit },
  ...{ target: `≤ ${most}`, holds: verdict(value, value <= most) },
})

/** A figure that must be exactly this. */
export const exactly = (name: string, value: number, wanted: number, unit: string): Row => ({
  ...{ name, value, unit },
  ...{ target: `= ${wanted}`, holds: verdict(value, value === wanted) },
})

/** A figure without a target. */
export const told = (name: string, value: number, unit: string): Row => ({
  ...{ name, value, unit },
  holds: null,
})
