import { useState } from 'react'
import type { MailLanguage } from '../api/content-types'

export type MailTexts = Record<string, MailLanguage>

interface History {
  past: MailTexts[]
  now: MailTexts
  future: MailTexts[]
  /** What the last step was about; the next one about the same joins it. */
  about: string | null
}

const KEPT = 200

/** A mail's texts with undo and redo. Typing on in one place is one step: steps about the same join. */
export function useMailHistory(first: MailTexts) {
  const [{ past, now, future }, setHistory] = useState<History>({
    ...{ past: [], now: first, future: [], about: null },
  })
  return {
    texts: now,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    /** @param about names the place that is being typed in; null for an act of its own */
    change: (next: MailTexts, about: string | null = null) =>
      setHistory((before) => {
        if (before.now === next) return before
        const joins = about !== null && about === before.about && before.future.length === 0
        const kept = joins ? before.past : [...before.past, before.now].slice(-KEPT)
        return { past: kept, now: next, future: [], about }
      }),
    undo: () =>
      setHistory((before) => {
        const last = before.past.at(-1)
        if (!last) return before
        return {
          ...{ past: before.past.slice(0, -1), now: last, about: null },
          future: [before.now, ...before.future],
        }
      }),
    redo: () =>
      setHistory((before) => {
        const [next, ...future] = before.future
        return next
          ? { past: [...before.past, before.now], now: next, future, about: null }
          : before
      }),
  }
}
export type MailHistory = ReturnType<typeof useMailHistory>
