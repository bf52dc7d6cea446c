import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { readWorkspaceId } from '../../api/workspace-store'
import { readClip, writeClip } from '../clipboard/clip-text'
import { type Choice, type Match, matchNeeds } from '../clipboard/match-needs'
import { packClip } from '../clipboard/pack-clip'
import { unpackClip } from '../clipboard/unpack-clip'
import { makerIn, shelfOf, stockOf } from '../clipboard/workspace-shelf'
import { writeLater } from '../clipboard/write-later'
import { type Clip, clipOf, pasteSteps } from '../document/clipboard'
import { placeBelow } from '../document/make-room'
import { isTriggerType, kindOf } from '../step-types'
import type { Pasting } from '../store/paste-slice'
import { type CommandScene, say } from './command-scene'

/** Beside the steps it was made of. */
const BESIDE = { x: 296, y: 24 }

type Exit = { from: string; exit: string }

/** What was copied here last, as it is: pasted again in its workspace, it needs no matching and has lost nothing. */
let last: { text: string; workspaceId: string | null; clip: Clip } | null = null

/** Copying, pasting and doubling. */
export function clipboardCommands(scene: CommandScene) {
  const { document, store, view, queries, t } = scene
  const place = (
    clip: Clip,
    key: 'act.paste' | 'act.duplicate',
    at: { x: number; y: number },
    into?: Exit,
  ) => {
    const name = { key, values: { n: clip.nodes.length } }
    const ids = pasteSteps(document, clip, { at, into }, kindOf, name)
    store.getState().select(ids)
    const lowest = ids.at(-1)
    if (lowest) view.focus(lowest)
    say(scene, 'say.pasted', { n: ids.length })
  }
  const paste = (clip: Clip, into?: Exit) => {
    const below = into && placeBelow(document.content, into.from, into.exit, kindOf)
    place(clip, 'act.paste', below ?? view.pastePoint(), into)
  }
  const tellUnread = (n: number) => n > 0 && toast(t('canvas.newerSteps', { n }))
  const finish = async ({ clip, unread, into }: Pasting, choices: Map<Match, Choice>) => {
    const byKey = new Map([...choices].map(([{ kind, key }, choice]) => [`${kind} ${key}`, choice]))
    const own = await unpackClip(clip, (kind, key) => byKey.get(`${kind} ${key}`), makerIn(queries))
    paste(own, into)
    tellUnread(unread)
  }
  return {
    /** Answers whether the chosen steps are on the clipboard now. */
    copy: async (): Promise<boolean> => {
      const { selected } = store.getState()
      if (selected.length === 0) return false
      const clip = clipOf(document.content, selected)
      const text = packClip(clip, shelfOf(queries)).then(writeClip)
      try {
        await writeLater(text)
        last = { text: await text, workspaceId: readWorkspaceId(), clip }
        say(scene, 'say.copied', { n: selected.length })
        return true
      } catch (error) {
        toast.error(messageOfError(error))
        return false
      }
    },
    /** Puts copied steps on an exit, else in the middle of what is in sight; asks first where things they need are missing. */
    pasteText: async (text: string, into?: Exit) => {
      if (last?.text === text && last.workspaceId === readWorkspaceId())
        return paste(last.clip, into)
      const read = readClip(text)
      if (!read) return void toast(t('canvas.notAStep'))
      if (read.clip.nodes.length === 0) return void tellUnread(read.unread)
      try {
        const matches = matchNeeds(read.clip.needs, await stockOf(queries))
        const pasting = { ...read, matches, into }
        if (matches.some(({ found }) => found === null)) store.getState().askMatches(pasting)
        else await finish(pasting, new Map(matches.map((one) => [one, { take: one.found ?? '' }])))
      } catch (error) {
        toast.error(messageOfError(error))
      }
    },
    /** Pastes what was asked about. Rejects where something could not be made; then nothing is pasted. */
    pasteMatched: finish,
    duplicate: () => {
      const { selected } = store.getState()
      const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
      const clip = clipOf(
        document.content,
        selected.filter((id) => !isTrigger(id)),
      )
      const first = selected[0] && document.content.positions[selected[0]]
      if (clip.nodes.length === 0 || !first) return
      place(clip, 'act.duplicate', { x: first.x + BESIDE.x, y: first.y + BESIDE.y })
    },
  }
}
