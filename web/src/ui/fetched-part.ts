import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'

/**
 * A part of the app that is fetched when it is needed. Unlike a lazy component it is drawn at once where it was fetched
 * before somebody asked for it, and one that could not be fetched is asked for again the next time.
 */
export class FetchedPart<Props extends object = object> {
  private part: ComponentType<Props> | null = null
  private fetching: Promise<unknown> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly load: () => Promise<ComponentType<Props>>) {}

  /** Fetches it, if it is not there yet. Rejects as an import does. */
  fetch = (): Promise<unknown> => {
    this.fetching ??= this.load().then(
      (part) => {
        this.part = part
        for (const listener of this.listeners) listener()
      },
      (error: unknown) => {
        this.fetching = null
        throw error
      },
    )
    return this.fetching
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Null until it is there. */
  read = (): ComponentType<Props> | null => this.part
}

/** The part, once it is asked for and there; null until then. Throws what kept it from being fetched. */
export function useFetched<Props extends object>(
  asked: FetchedPart<Props>,
  isAsked = true,
): ComponentType<Props> | null {
  const part = useSyncExternalStore(asked.subscribe, asked.read)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  useEffect(() => {
    if (isAsked) asked.fetch().catch((error: unknown) => setFailure({ error }))
  }, [asked, isAsked])
  if (failure) throw failure.error
  return isAsked ? part : null
}
