import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { renameFlow } from '../../api/flows'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './scenario-bar.module.css'

/** The scenario's name; a click or F2 renames it. */
export function ScenarioName() {
  const { t } = useWords()
  const { flow, readOnly } = useSession()
  const [name, setName] = useState(flow.name)
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const rename = useMutation({
    mutationFn: (next: string) => renameFlow(flow.id, next),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['flow', flow.id], exact: true })
      await queries.invalidateQueries({ queryKey: ['flows'] })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  useEffect(() => setName(flow.name), [flow.name])
  useEffect(() => {
    // On a step F2 names the step.
    const isOnStep = () => document.activeElement?.closest('[data-step]')
    const press = (event: KeyboardEvent) =>
      event.key === 'F2' && !isOnStep() && input.current?.select()
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  if (readOnly) return <b>{flow.name}</b>
  const keep = () => {
    const next = name.trim()
    if (!next) setName(flow.name)
    else if (next !== flow.name) rename.mutate(next)
  }
  return (
    <input
      ref={input}
      className={styles.name}
      aria-label={t('canvas.rename')}
      value={name}
      maxLength={120}
      size={Math.max(6, name.length)}
      onChange={(event) => setName(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setName(flow.name)
      }}
    />
  )
}
