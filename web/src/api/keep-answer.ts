/** An answer and when it was given, by this browser's clock. */
export interface KeptAnswer {
  answer: unknown
  at: number
}

interface AnswerStore {
  put(name: 'answers', kept: KeptAnswer, key: string): Promise<unknown>
  delete(name: 'answers', key: string): Promise<void>
}

/**
 * Keeps an answer in this browser. Where it cannot be kept, as when there is no room, nothing is kept under its key: an
 * older answer would be shown later as the last one. Throws what is no refusal of the browser's.
 */
export async function keepAnswer(store: AnswerStore, key: string, answer: unknown): Promise<void> {
  try {
    await store.put('answers', { answer, at: Date.now() }, key)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    await store.delete('answers', key).catch(unlessRefused)
  }
}

/** A store that is being closed refuses both: then the page is going, too. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DOMException)) throw error
}
