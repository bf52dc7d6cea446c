import { isOffline } from '../../api/api-error'
import { readDraft } from '../../api/flows'
import { readWorkspaceId } from '../../api/workspace-store'
import { readLanguage } from '../../words/language-store'
import { DraftDocument } from '../document/draft-document'
import { HistoryStore } from '../history-store'
import { createPresenceStore, type PresenceStore } from '../presence/presence-store'
import { connectTo } from './connect-to'
import { DraftLink } from './draft-link'
import { KeptDraft } from './kept-draft'
import type { SaveState } from './save-state'

/** How long the server is waited for when this browser has a copy of its own. */
const PATIENCE_MS = 4_000
/** After so long without a copy it is asked whether there is a reason. */
const SLOW_MS = 2_000

export interface OpenedDraft {
  document: DraftDocument
  link: DraftLink
  presence: PresenceStore
  /** This browser holds acts that the server had not confirmed. */
  isAhead: boolean
  close: () => void
}

const addressOf = (flowId: string) => {
  const address = new URL(`/api/flows/${flowId}/draft/live`, window.location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  address.searchParams.set('workspace', readWorkspaceId() ?? '')
  address.searchParams.set('language', readLanguage())
  return address
}

/**
 * Opens a draft as the server has it, with what this browser kept of it and has not got through; without a connection,
 * as this browser has it. Throws ApiError where neither can be had.
 */
export async function openDraft(
  flowId: string,
  onState: (state: SaveState) => void,
): Promise<OpenedDraft> {
  const undo = await HistoryStore.open(flowId)
  const kept = await KeptDraft.open(flowId, undo !== null)
  const document = new DraftDocument(kept.doc, { now: () => Date.now(), history: undo?.history })
  const presence = createPresenceStore()
  const refusal = new Refusal(flowId)
  const link = new DraftLink({
    document,
    kept,
    connect: (heard) => connectTo(addressOf(flowId), heard),
    askWhy: async () => {
      const error = await refusal.ask()
      return error === null || isOffline(error) ? null : error.message
    },
    onState,
    onPeople: (people, you) => presence.getState().meet(people, you),
    onLost: (lost) => presence.getState().lose(lost),
  })
  presence.getState().onPlace((place) => link.at(place))
  const stop = link.start()
  const stopKeeping = document.subscribe(() => undo?.keep(document.history))
  const close = () => {
    stop()
    stopKeeping()
    kept.close()
  }
  try {
    await (kept.isEmpty ? untilSynced(link, refusal) : soonSynced(link))
  } catch (error) {
    close()
    throw error
  }
  return { document, link, presence, isAhead: kept.unsent > 0, close }
}

/** Why there is no draft to be had, such as a scenario that does not exist. */
class Refusal {
  /** Resolves with it, as soon as it is known. */
  readonly known: Promise<Error>
  private tell: (error: Error) => void = () => undefined

  constructor(private readonly flowId: string) {
    this.known = new Promise((resolve) => {
      this.tell = resolve
    })
  }

  /** Asks for it; null where there is none. */
  async ask(): Promise<Error | null> {
    return readDraft(this.flowId).then(
      () => null,
      (error: Error) => {
        this.tell(error)
        return error
      },
    )
  }
}

/** Waits for a copy; a reason why there is none is thrown. */
async function untilSynced(link: DraftLink, refusal: Refusal) {
  const asking = setTimeout(() => void refusal.ask(), navigator.onLine ? SLOW_MS : 0)
  try {
    const reason = await Promise.race([link.isSynced.then(() => null), refusal.known])
    if (reason) throw reason
  } finally {
    clearTimeout(asking)
  }
}

const soonSynced = (link: DraftLink) =>
  Promise.race([
    link.isSynced,
    new Promise<void>((enough) => setTimeout(enough, navigator.onLine ? PATIENCE_MS : 0)),
  ])
