import { builtInFields, fieldWords } from '@relance/core/contact/contact-fields'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contactFieldsQuery } from '../../../api/workspace'
import { useWords } from '../../../words/use-words'
import type { ComboItem } from './combo-input'

/** What is known of customers: the workspace's own fields, then the built-in ones. */
export function useContactFieldItems(): ComboItem[] {
  const { language } = useWords()
  const { data } = useQuery(contactFieldsQuery(language))
  return useMemo(() => {
    const given = (data?.items ?? []).map((field) => ({
      value: field.field,
      label: field.label || fieldWords(field.field, language),
    }))
    const known = new Set(given.map((item) => item.value))
    const rest = Object.keys(builtInFields).filter((field) => !known.has(field))
    return [
      ...given,
      ...rest.map((field) => ({ value: field, label: fieldWords(field, language) })),
    ]
  }, [data, language])
}
