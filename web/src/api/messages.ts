import { queryOptions } from '@tanstack/react-query'
import type {
  MailLanguage,
  MailProblem,
  MailTemplate,
  MailTemplateRow,
  Offer,
  RenderedMail,
} from './content-types'
import { request } from './request'
import type { Page } from './types'

export const mailTemplatesQuery = () =>
  queryOptions({
    queryKey: ['mail-templates'],
    queryFn: () => request<Page<MailTemplateRow>>('GET', '/api/mail-templates?limit=200'),
  })

export const mailTemplateQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail-template', id],
    queryFn: () => request<MailTemplate>('GET', `/api/mail-templates/${id}`),
  })

/** What is better mended of a saved mail, in the reader's language. */
export const mailCheckQuery = (id: string, version: number, reader: string) =>
  queryOptions({
    queryKey: ['mail-check', id, version, reader],
    queryFn: () => request<{ problems: MailProblem[] }>('GET', `/api/mail-templates/${id}/check`),
  })

export const offersQuery = () =>
  queryOptions({ queryKey: ['offers'], queryFn: () => request<Page<Offer>>('GET', '/api/offers') })

export const createMailTemplate = (name: string, languages: Record<string, MailLanguage>) =>
  request<MailTemplate>('POST', '/api/mail-templates', { name, languages })
export const saveMailTemplate = (
  id: string,
  name: string,
  languages: Record<string, MailLanguage>,
) => request<MailTemplate>('PUT', `/api/mail-templates/${id}`, { name, languages })
export const previewMailTemplate = (id: string, locale: string, contactId?: string) =>
  request<RenderedMail>('POST', `/api/mail-templates/${id}/preview`, { locale, contactId })
export const createOffer = (offer: Partial<Offer>) => request<Offer>('POST', '/api/offers', offer)
