import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

/** What one unit of other currencies is worth in the workspace's own. */
export interface CurrencyRates {
  currency: string
  rates: Record<string, number>
}

export const currencyRatesQuery = () =>
  queryOptions({
    queryKey: ['currency-rates'],
    queryFn: () => request<CurrencyRates>('GET', '/api/currency-rates'),
  })

/** `rate` null: none any more, so that orders in that currency count no money. */
export const setCurrencyRate = ({ currency, rate }: { currency: string; rate: number | null }) =>
  request<CurrencyRates>('PUT', '/api/currency-rates', { currency, rate })
