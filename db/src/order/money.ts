/** An amount in currency units, as senders write it (40, 12.5, "12.50"), in cents. Null where it is none. */
export function centsOf(amount: unknown): number | null {
  if (typeof amount !== 'number' && !(typeof amount === 'string' && amount.trim() !== ''))
    return null
  // By its decimal form: 1.005 × 100 is 100.49999999999999 in binary.
  const cents = Math.round(Number(`${Number(amount)}e2`))
  return Number.isSafeInteger(cents) ? cents : null
}

/** Three letters, as ISO 4217 has them. Null where it is none. */
export const currencyOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z]{3}$/.test(value.trim())
    ? value.trim().toUpperCase()
    : null
