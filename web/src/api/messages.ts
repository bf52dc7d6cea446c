import { queryOptions } from '@tanstack/react-query'
import type {
  DraftMail,
  MailCheckRow,
  MailField,
  MailLanguage,
  MailSnippet,
  MailTemplate,
  MailTemplateRow,
  MailVersion,
  MailVersionRow,
  Offer,
} from './content-types'
import { requestKept, whileAway } from './kept-answers'
import { query, request } from './request'
import type { Page } from './types'

export const mailTemplatesQuery = () =>
  queryOptions({
    queryKey: ['mail-templates'],
    queryFn: () => requestKept<Page<MailTemplateRow>>('/api/mail-templates?limit=200'),
    ...whileAway,
  })

export const mailChecksQuery = () =>
  queryOptions({
    queryKey: ['mail-templates', 'checks'],
    queryFn: () => request<Page<MailCheckRow>>('GET', '/api/mail-templates/checks?limit=200'),
  })

export const mailTemplateQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail-template', id],
    queryFn: () => request<MailTemplate>('GET', `/api/mail-templates/${id}`),
  })

/** What a mail may show of a person, with what this one would read. */
export const mailFieldsQuery = (locale: string, contactId: string | undefined, reader: string) =>
  queryOptions({
    queryKey: ['mail-fields', locale, contactId, reader],
    queryFn: () =>
      request<{ items: MailField[] }>('GET', `/api/mail-fields${query({ contactId })}`),
    staleTime: 30_000,
  })

/** Bands that come with the product, in one language: header, footer, selection, credit, cart. */
export const mailSnippetsQuery = (locale: string) =>
  queryOptions({
    queryKey: ['mail-snippets', locale],
    queryFn: () => request<{ items: MailSnippet[] }>('GET', `/api/mail-snippets?locale=${locale}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The versions of a mail, the newest first. @param latest the last one known of, so that a new one is asked for */
export const mailVersionsQuery = (id: string, latest: number) =>
  queryOptions({
    queryKey: ['mail-versions', id, latest],
    queryFn: () =>
      request<{ items: MailVersionRow[] }>('GET', `/api/mail-templates/${id}/versions`),
  })
/** What was written in one version. */
export const mailVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['mail-version', id, version],
    queryFn: () => request<MailVersion>('GET', `/api/mail-templates/${id}/versions/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const offersQuery = () =>
  queryOptions({
    queryKey: ['offers'],
    queryFn: () => requestKept<Page<Offer>>('/api/offers'),
    ...whileAway,
  })

export const createMailTemplate = (name: string, languages: Record<string, MailLanguage>) =>
  request<MailTemplate>('POST', '/api/mail-templates', { name, languages })
export const saveMailTemplate = (
  id: string,
  name: string,
  languages: Record<string, MailLanguage>,
) => request<MailTemplate>('PUT', `/api/mail-templates/${id}`, { name, languages })
/** What is being written as a customer would get it; nothing is saved or sent. */
export const renderMailDraft = (
  id: string,
  locale: string,
  draft: MailLanguage | undefined,
  contactId?: string,
) => request<DraftMail>('POST', `/api/mail-templates/${id}/render`, { locale, contactId, draft })
/** Sends what is being written to the signed-in member, as this customer would get it. */
export const sendMailTest = (
  id: string,
  asked: { locale: string; draft: MailLanguage; contactId?: string },
) => request<{ sentTo: string }>('POST', `/api/mail-templates/${id}/test`, asked)
export const createOffer = (offer: Partial<Offer>) => request<Offer>('POST', '/api/offers', offer)
