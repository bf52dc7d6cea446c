import { type OpenedDraft, openDraft } from './open-draft'
import { createSaveStore, type SaveStore } from './save-store'

/** How long a draft that was begun waits for the page that shows it. */
const WAITS_MS = 15_000

/** A draft, or why there is none. */
type Outcome = { opened: OpenedDraft } | { failure: Error }

/** A draft that is being opened, and whether it is saved. */
export interface Opening {
  outcome: Promise<Outcome>
  saveStore: SaveStore
  /** Lets go of it, opened or not yet. */
  stop: () => void
}

function begin(flowId: string): Opening {
  const saveStore = createSaveStore()
  let isGone = false
  const outcome = openDraft(flowId, (state) => !isGone && saveStore.setState(state, true)).then(
    (opened): Outcome => ({ opened }),
    (failure: Error) => ({ failure }),
  )
  const stop = () => {
    isGone = true
    void outcome.then((came) => 'opened' in came && came.opened.close())
  }
  return { outcome, saveStore, stop }
}

interface Begun {
  flowId: string
  opening: Opening
  ends: ReturnType<typeof setTimeout>
}
let begun: Begun | null = null

/** Begins to open a draft while the page that will show it is still being made. A failure is told to whoever takes it. */
export function beginDraft(flowId: string): void {
  const opening = begin(flowId)
  const ends = setTimeout(() => {
    begun = null
    opening.stop()
  }, WAITS_MS)
  begun = { flowId, opening, ends }
}

/** Opens a draft, or goes on with the opening that was begun. */
export function takeDraft(flowId: string): Opening {
  if (begun?.flowId !== flowId) return begin(flowId)
  const { opening, ends } = begun
  clearTimeout(ends)
  begun = null
  return opening
}
