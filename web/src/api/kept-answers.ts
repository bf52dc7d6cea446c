import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { readLanguage } from '../words/language-store'
import { isOffline } from './api-error'
import { type KeptAnswer, keepAnswer } from './keep-answer'
import { request } from './request'
import { readWorkspaceId } from './workspace-store'

/** Answers that nobody asked for anew in so long are dropped. */
const KEPT_MS = 30 * 24 * 3_600_000

interface Kept extends DBSchema {
  answers: { key: string; value: KeptAnswer }
}

/** Null where this browser keeps nothing, as in some private windows. */
let base: Promise<IDBPDatabase<Kept> | null> | null = null
const opened = () => {
  base ??= openDB<Kept>('relance-answers', 1, {
    upgrade: (made) => void made.createObjectStore('answers'),
  }).catch((error: unknown) => {
    if (error instanceof DOMException) return null
    throw error
  })
  return base
}

/**
 * For queries of what an open scenario cannot do without: they ask even while the browser says that there is no
 * network, since an earlier answer may be kept, and again when there is one.
 */
export const whileAway = { networkMode: 'always', refetchOnReconnect: true } as const

/**
 * Asks the API, and keeps what it answers in this browser. While nothing answers, the answer of the last time is given,
 * as it was given in this workspace and language. Throws ApiError where there is none.
 */
export async function requestKept<Answer>(path: string): Promise<Answer> {
  const key = [readWorkspaceId(), readLanguage(), path].join(' ')
  const store = await opened()
  try {
    const answer = await request<Answer>('GET', path)
    if (store) keepAnswer(store, key, answer).catch(reportError)
    return answer
  } catch (error) {
    const kept = isOffline(error) ? await store?.get('answers', key) : undefined
    if (kept) return kept.answer as Answer
    throw error
  }
}

/** Forgets all answers: whoever they were given to is no longer signed in here. */
export async function forgetAnswers(): Promise<void> {
  await (await opened())?.clear('answers')
}

/** Drops answers that are too old to be of use. */
export async function dropOldAnswers(now = Date.now()): Promise<void> {
  const store = await opened()
  if (!store) return
  for (const key of await store.getAllKeys('answers')) {
    const kept = await store.get('answers', key)
    if (kept && now - kept.at > KEPT_MS) await store.delete('answers', key)
  }
}
