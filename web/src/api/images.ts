import { infiniteQueryOptions } from '@tanstack/react-query'
import { query, request } from './request'
import type { Page } from './types'

/** A picture of the workspace, made fit for mails. */
export interface Image {
  id: string
  /** Where mails show it from. */
  url: string
  name: string
  /** What it shows, for whoever does not see it. */
  alt: string
  /** Pixels. */
  width: number
  height: number
  bytes: number
}

const PAGE = 60

/** The pictures, newest first. */
export const imagesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['images'],
    queryFn: ({ pageParam }) =>
      request<Page<Image>>('GET', `/api/images${query({ cursor: pageParam, limit: PAGE })}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const uploadImage = (file: File, alt: string) =>
  request<Image>('POST', `/api/images${query({ name: file.name, alt })}`, file)
export const describeImage = (id: string, alt: string) =>
  request<Image>('PATCH', `/api/images/${id}`, { alt })
export const deleteImage = (id: string) => request<void>('DELETE', `/api/images/${id}`)
