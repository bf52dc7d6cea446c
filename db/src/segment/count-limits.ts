/** How long a rule is counted at most while somebody looks at it, in milliseconds. */
export interface CountLimits {
  /** The whole rule. */
  wholeMs: number
  /** One of its conditions by itself, once the whole took too long. */
  eachMs: number
}

/** A little less than any statement may take: what is slow can then still be told. */
export const COUNT_LIMITS: CountLimits = { wholeMs: 8_000, eachMs: 1_500 }
