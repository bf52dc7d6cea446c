import type { Engine } from '../burst/engine'

/** A piece of the worker that does one kind of work in one workspace. */
export interface Loop {
  /** The queue's name in work_waiting(). */
  queue: string
  /** Does a bounded batch; how much it did. 0: nothing left for now. */
  work(engine: Engine, workspaceId: string): Promise<number>
  /** Waits for what goes on when `work` has returned; nothing does where it is absent. */
  rest?(): Promise<void>
}

/** Runs `work` over items, at most `width` at a time; one failure does not stop the others, the first is thrown. */
export async function inParallel<T>(
  items: T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items]
  const failures: unknown[] = []
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
  if (failures.length > 0) throw failures[0]
}

/** Items in lists of at most `size`. */
export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
