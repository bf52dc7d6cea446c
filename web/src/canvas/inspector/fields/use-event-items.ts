import { eventNoun, standardEvents } from '@relance/core/words/event-words'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { eventNamesQuery } from '../../../api/workspace'
import { useWords } from '../../../words/use-words'
import type { ComboItem } from './combo-input'

/** Events received, most frequent first, then the standard ones never received. */
export function useEventItems(): ComboItem[] {
  const { language, number } = useWords()
  const { data } = useQuery(eventNamesQuery())
  return useMemo(() => {
    const received = data?.items ?? []
    const named = (name: string) =>
      standardEvents[name] ? `${name} · ${eventNoun(name, language)}` : name
    const seen = received.map((event) => ({
      value: event.name,
      label: named(event.name),
      note: number(event.count),
    }))
    const known = new Set(received.map((event) => event.name))
    const rest = Object.keys(standardEvents).filter((name) => !known.has(name) && name !== 'visit')
    return [...seen, ...rest.map((name) => ({ value: name, label: named(name) }))]
  }, [data, language, number])
}
