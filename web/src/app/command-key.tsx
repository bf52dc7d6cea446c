import { lazy, Suspense, useEffect } from 'react'
import { withWords } from '../words/with-words'
import { useCommandPalette } from './command-palette-store'

const fetchPalette = withWords(() => import('./command-palette'))
const CommandPalette = lazy(async () => ({ default: (await fetchPalette()).CommandPalette }))

/** Ctrl K opens the search over everything, from any page. */
export function CommandKey() {
  const { open, setOpen } = useCommandPalette()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(!useCommandPalette.getState().open)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [setOpen])
  return open ? (
    <Suspense>
      <CommandPalette close={() => setOpen(false)} />
    </Suspense>
  ) : null
}
