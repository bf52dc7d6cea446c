import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

/** The pressure on one person, as the gate counts it. */
export interface Pressure {
  level: number
  silentSince: string
  isDissatisfied: boolean
  wantsLess: boolean
  pausedUntil: string | null
  topicsOff: string[]
  limits: {
    channel: string | null
    sent: number
    most: number
    days: number
    roomAt: string | null
  }[]
}

export const pressureQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'pressure'],
    queryFn: () => request<Pressure>('GET', `/api/contacts/${contactId}/pressure`),
  })
