import { standardEvents } from '@relance/core/words/event-words'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api/api-error'
import {
  createMailTemplate,
  createOffer,
  mailTemplateQuery,
  mailTemplatesQuery,
  offersQuery,
} from '../../api/messages'
import { createSegment, segmentQuery, segmentsQuery } from '../../api/segments'
import { eventNamesQuery } from '../../api/workspace'
import type { Stock } from './match-needs'
import type { Shelf } from './pack-clip'
import type { Maker } from './unpack-clip'

/** What is asked for, or undefined where it is gone. */
async function unlessGone<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') return undefined
    throw error
  }
}

/** The open workspace's things, to be copied out of it. */
export const shelfOf = (queries: QueryClient): Shelf => ({
  mail: (id) => unlessGone(queries.fetchQuery(mailTemplateQuery(id))),
  segment: (id) => unlessGone(queries.fetchQuery(segmentQuery(id))),
  offer: async (id) =>
    (await queries.fetchQuery(offersQuery())).items.find((offer) => offer.id === id),
})

/** What the open workspace has, to be matched with what is needed. An event that every shop knows is never missing. */
export async function stockOf(queries: QueryClient): Promise<Stock> {
  const [mails, offers, segments, events] = await Promise.all([
    queries.fetchQuery(mailTemplatesQuery()),
    queries.fetchQuery(offersQuery()),
    queries.fetchQuery(segmentsQuery()),
    queries.fetchQuery(eventNamesQuery()),
  ])
  const heard = events.items.map(({ name }) => name)
  return {
    template: mails.items,
    offer: offers.items,
    segment: segments.items,
    events: [...new Set([...heard, ...Object.keys(standardEvents)])],
  }
}

/** Makes what is copied along in the open workspace. */
export const makerIn = (queries: QueryClient): Maker => ({
  mail: async (name, languages) => {
    const texts = Object.entries(languages).map(([language, source]) => [language, { ...source }])
    const { id } = await createMailTemplate(name, Object.fromEntries(texts))
    await queries.invalidateQueries({ queryKey: mailTemplatesQuery().queryKey })
    return id
  },
  segment: async (name, rule) => {
    const { id } = await createSegment({ name, rule })
    await queries.invalidateQueries({ queryKey: segmentsQuery().queryKey })
    return id
  },
  offer: async (offer) => {
    const { id } = await createOffer(offer)
    await queries.invalidateQueries({ queryKey: offersQuery().queryKey })
    return id
  },
})
