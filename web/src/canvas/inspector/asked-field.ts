import { createContext, use } from 'react'

export const AskedFieldContext = createContext<string | null>(null)

/** The field that is asked to take the keyboard; null while what is shown is not yet what was chosen. */
export const useAskedField = (): string | null => use(AskedFieldContext)
