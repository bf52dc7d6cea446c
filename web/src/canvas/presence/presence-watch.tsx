import { useEffect, useRef } from 'react'
import { toast } from 'sonner'
import { useWords } from '../../words/use-words'
import { announce } from '../announce'
import { useSession } from '../canvas-context'
import { addressOf, applyChange, reversed } from '../document/draft-change'
import { lostTogether } from './lost-places'
import { isWorthTelling, lostWords } from './lost-words'
import { useTellPlace } from './tell-place'
import { usePresence } from './use-presence'

/** One's own act from so long ago may be changed by others without being told of it. */
const RECENT_MS = 3_600_000

/** Says who comes and goes, and what others have made of one's own values. Shows nothing by itself. */
export function PresenceWatch() {
  useTellPlace()
  useSayWhoComes()
  useSayWhatWasLost()
  useLetGoOfRemoved()
  return null
}

function useSayWhoComes() {
  const { t } = useWords()
  const others = usePresence((presence) => presence.others)
  const known = useRef<Map<string, string>>(new Map())
  useEffect(() => {
    const now = new Map(others.map(({ id, name }) => [id, name]))
    const came = [...now].filter(([id]) => !known.current.has(id)).map(([, name]) => name)
    const went = [...known.current].filter(([id]) => !now.has(id)).map(([, name]) => name)
    known.current = now
    if (came.length > 0) announce(t('say.joined', { name: came.join(', ') }))
    if (went.length > 0) announce(t('say.left', { name: went.join(', ') }))
  }, [others, t])
}

function useSayWhatWasLost() {
  const { t, language } = useWords()
  const { document, presence, names } = useSession()
  const lost = usePresence((state) => state.lost)
  useEffect(() => {
    if (lost.length === 0) return
    presence.getState().toldOfLost()
    const told = lost.filter((each) => isWorthTelling(each) && Date.now() - each.at <= RECENT_MS)
    for (const together of lostTogether(told)) {
      const [first, ...more] = together
      if (!first) continue
      const { change } = first
      const words = lostWords([first, ...more], document.content, { t, language, names })
      const takeBack = () =>
        document.act({ key: 'act.takeBack' }, () => {
          for (const each of together) applyChange(document, reversed(each.change))
        })
      const label = t(
        change.part === 'node' || change.part === 'position' ? 'lost.putBack' : 'lost.useMine',
      )
      toast(words, {
        id: more.length > 0 ? 'lost places' : `lost ${addressOf(change)}`,
        // Nobody is to lose the choice by reading slowly.
        duration: Number.POSITIVE_INFINITY,
        closeButton: true,
        action: { label, onClick: takeBack },
      })
      announce(words)
    }
  }, [lost, document, presence, names, t, language])
}

/** A step that somebody else removes is no longer chosen here. */
function useLetGoOfRemoved() {
  const { document, store } = useSession()
  useEffect(
    () =>
      document.subscribe(() => {
        const { selected, select } = store.getState()
        const there = selected.filter((id) => document.content.nodes[id])
        if (there.length < selected.length) select(there)
      }),
    [document, store],
  )
}
