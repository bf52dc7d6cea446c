interface Happenings {
  online: () => void
  offline: () => void
  /** The page may be about to go for good. */
  hiding: () => void
  /** Whether closing the page now would lose something. */
  wouldLose: () => boolean
}

/** Listens to the network and to the page's end; answers how to stop. */
export function watchWindow({ online, offline, hiding, wouldLose }: Happenings): () => void {
  const leaving = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  window.addEventListener('pagehide', hiding)
  window.addEventListener('beforeunload', leaving)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    window.removeEventListener('pagehide', hiding)
    window.removeEventListener('beforeunload', leaving)
  }
}
