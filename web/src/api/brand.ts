import type { BrandKit } from '@relance/core/brand/brand-kit'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

export const brandQuery = () =>
  queryOptions({
    queryKey: ['brand'],
    queryFn: () => request<BrandKit>('GET', '/api/brand'),
    // What is being typed is not to be overwritten.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const saveBrand = (kit: BrandKit) => request<BrandKit>('PUT', '/api/brand', kit)

/** A mail that ships in the look of a kit that need not be saved, as HTML. */
export const previewBrand = (
  asked: { brand: BrandKit; locale: string; mail: string },
  signal?: AbortSignal,
) => request<{ subject: string; html: string }>('POST', '/api/brand/preview', asked, signal)
