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
  const link = new DraftLink({
    document,
    kept,
    connect: (heard) => connectTo(addressOf(flowId), heard),
    askWhy: () =>
      readDraft(flowId).then(
        () => null,
        (error: Error) => (isOffline(error) ? null : error.message),
      ),
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
    await (kept.isEmpty ? untilSynced(link, flowId) : soonSynced(link))
  } catch (error) {
    close()
    throw error
  }
  return { document, link, presence, isAhead: kept.unsent > 0, close }
}

/** Waits for a copy; a reason why there is none, such as a scenario that does not exist, is thrown. */
async function untilSynced(link: DraftLink, flowId: string) {
  const refused = readDraft(flowId).then(() => new Promise<never>(() => undefined))
  await Promise.race([link.isSynced, refused])
}

const soonSynced = (link: DraftLink) =>
  Promise.race([
    link.isSynced,
    new Promise<void>((enough) => setTimeout(enough, navigator.onLine ? PATIENCE_MS : 0)),
  ])
