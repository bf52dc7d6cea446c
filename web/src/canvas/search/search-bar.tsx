import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import styles from './search-bar.module.css'
import { searchSteps } from './search-steps'
import { useStepWords } from './use-step-words'

/** Looks for steps by any word on them or in what they send: the others step back meanwhile. */
export function SearchBar() {
  return useCanvas((state) => state.searching) ? <OpenBar /> : null
}

function OpenBar() {
  const { t } = useWords()
  const { store } = useSession()
  const view = useView()
  const commands = useCommands()
  const [search, setSearch] = useState('')
  const words = useStepWords()
  const found = useCanvas((state) => state.found)
  const at = useCanvas((state) => state.foundAt)
  const asked = useCanvas((state) => state.searchAsked)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked > 0) input.current?.select()
  }, [asked])
  useEffect(() => store.getState().setFound(searchSteps(words, search)), [words, search, store])
  const close = () => {
    const { found: ids, foundAt, selected } = store.getState()
    const id = ids?.[foundAt] ?? selected.at(-1)
    store.getState().closeSearch()
    if (id) view.focus(id)
    else view.focusCanvas()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commands.goToFound(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const n = found?.length ?? 0
  return (
    <search className={styles.bar} data-region="search">
      <Search className="icon-s" aria-hidden="true" />
      <input
        ref={input}
        value={search}
        placeholder={t('search.ask')}
        aria-label={t('search.ask')}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={keys}
      />
      <output className={styles.count}>
        {found === null
          ? ''
          : n === 0
            ? t('search.none')
            : at === -1
              ? t('search.found', { n })
              : t('search.at', { at: at + 1, n })}
      </output>
      <IconButton
        label={t('search.before')}
        disabled={n === 0}
        onClick={() => commands.goToFound(-1)}
      >
        <ChevronUp className="icon-s" aria-hidden="true" />
      </IconButton>
      <IconButton label={t('search.next')} disabled={n === 0} onClick={() => commands.goToFound(1)}>
        <ChevronDown className="icon-s" aria-hidden="true" />
      </IconButton>
      <IconButton label={t('search.close')} onClick={close}>
        <X className="icon-s" aria-hidden="true" />
      </IconButton>
    </search>
  )
}
