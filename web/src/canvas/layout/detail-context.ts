import { createContext, use } from 'react'
import type { Detail } from './farness'

export const DetailContext = createContext<Detail>('all')

/** What is drawn of each step at the zoom looked at. */
export const useDetail = (): Detail => use(DetailContext)
