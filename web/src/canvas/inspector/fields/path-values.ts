import { type Rule, rule } from '@relance/core/rule/rule'
import { z } from 'zod'

export interface Branch {
  exit: string
  label?: string
  rule: Rule
}
export interface Share {
  exit: string
  label?: string
  share: number
}

const exitLabel = { exit: z.string(), label: z.string().optional() }
const branches = z.array(z.object({ ...exitLabel, rule: rule.catch({ or: [] }) }))
const shares = z.array(z.object({ ...exitLabel, share: z.number().catch(0) }))

/** The branches a condition holds; one empty one when it holds none. */
export const branchesOf = (value: unknown): Branch[] =>
  branches.safeParse(value).data ?? [{ exit: 'yes', rule: { or: [] } }]

/** The shares of a split; two halves when it holds none. */
export const sharesOf = (value: unknown): Share[] =>
  shares.safeParse(value).data ?? [
    { exit: 'a', share: 50 },
    { exit: 'b', share: 50 },
  ]

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A free exit name: `case-2` after a word, the next letter without one. */
export function newExit(word: string, taken: string[]): string {
  for (let n = 1; ; n++) {
    const exit = word ? `${word}-${n}` : (LETTERS[n - 1] ?? `share-${n}`)
    if (!taken.includes(exit)) return exit
  }
}
