import { useMemo } from 'react'
import { useWords } from '../../words/use-words'
import { announce } from '../announce'
import { useSession } from '../canvas-context'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import type { KeyScene } from './key-scene'

/** What keys, and menus that do the same, act on. */
export function useKeyScene(): KeyScene {
  const { document: draft, store } = useSession()
  const { t } = useWords()
  const commands = useCommands()
  const view = useView()
  return useMemo(
    () => ({
      ...{ draft, store, commands, view },
      say: (key, values) => announce(t(key, values)),
    }),
    [draft, store, commands, view, t],
  )
}
