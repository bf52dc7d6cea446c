import { sentence, value } from '@relance/core/node/sentence'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { hostOf } from './host-of'

export const callWebhook = defineNode({
  type: 'call-webhook',
  version: 1,
  category: 'data',
  icon: 'webhook',
  title: { en: 'Call a service', fr: 'Appeler un service' },
  about: {
    en: 'Asks another system and waits for its answer',
    fr: 'Interroge un autre système et attend sa réponse',
  },
  keywords: [
    'webhook',
    'call',
    'http',
    'api',
    'request',
    'integration',
    'appel',
    'requête',
    'intégration',
    'service',
  ],
  config: z.object({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
    url: z.string().regex(/^https?:\/\/\S+$/, { error: 'not a web address' }),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().nullish(),
    saveTo: z.string().min(1).nullish(),
    pointer: z
      .string()
      .regex(/^(\/.*)?$/, { error: 'not a pointer' })
      .nullish(),
  }),
  defaults: { method: 'POST', headers: {} },
  fields: {
    method: {
      kind: 'choice',
      label: { en: 'Method', fr: 'Méthode' },
      options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
        value: method,
        label: { en: method, fr: method },
      })),
    },
    url: {
      kind: 'text',
      label: { en: 'Address', fr: 'Adresse' },
      question: { en: 'which address?', fr: 'quelle adresse ?' },
    },
    headers: { kind: 'json', label: { en: 'Headers', fr: 'En-têtes' } },
    body: {
      kind: 'text',
      label: { en: 'Content', fr: 'Contenu' },
      help: {
        en: 'May use the customer’s data between {{ and }}.',
        fr: 'Peut reprendre les données du client entre {{ et }}.',
      },
    },
    saveTo: {
      kind: 'contact-field',
      label: { en: 'Keep the answer in', fr: 'Garder la réponse dans' },
    },
    pointer: {
      kind: 'text',
      label: { en: 'Only this part of the answer', fr: 'Seulement cette partie de la réponse' },
      help: { en: 'A path such as /data/score.', fr: 'Un chemin tel que /data/score.' },
    },
  },
  summary: { en: 'Call {url}', fr: 'Appeler {url}' },
  summarise({ url }, _language, _names, { message, slot }) {
    return sentence(message, {
      url: url ? value('url', hostOf(url)) : slot('url'),
    })
  },
  exits: () => [
    { exit: 'ok', label: { en: 'Answered', fr: 'Réponse reçue' } },
    { exit: 'failed', label: { en: 'Failed', fr: 'Échec' } },
  ],
})
