import { typologies, typologyWords } from '@relance/core/graph/typology'
import { plain, sentence } from '@relance/core/node/sentence'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'

export const sendEmail = defineNode({
  type: 'send-email',
  version: 1,
  category: 'message',
  icon: 'mail',
  title: { en: 'Email', fr: 'E-mail' },
  about: { en: 'Sends a message by email', fr: 'Envoie un message par e-mail' },
  keywords: ['email', 'mail', 'message', 'send', 'courriel', 'e-mail', 'mél', 'envoyer'],
  config: z.object({
    template: z.string().min(1),
    offer: z.string().min(1).nullish(),
    whenHeld: z.enum(['wait', 'skip', 'leave']).default('wait'),
    latest: duration.nullish(),
    typology: z.enum(['as-scenario', ...typologies]).nullish(),
  }),
  defaults: { offer: null, whenHeld: 'wait' },
  fields: {
    template: {
      kind: 'template',
      label: { en: 'Message', fr: 'Message' },
      question: { en: 'which message?', fr: 'quel message ?' },
    },
    offer: { kind: 'offer', label: { en: 'With an offer', fr: 'Avec une offre' } },
    whenHeld: {
      kind: 'choice',
      label: { en: 'When it may not go now', fr: 'Si l’envoi n’est pas possible tout de suite' },
      options: [
        { value: 'wait', label: { en: 'Wait until it may', fr: 'Attendre qu’il le soit' } },
        { value: 'skip', label: { en: 'Leave this message out', fr: 'Passer ce message' } },
        { value: 'leave', label: { en: 'Leave the scenario', fr: 'Quitter le scénario' } },
      ],
    },
    latest: {
      kind: 'duration',
      label: {
        en: 'Leave it out when this long has passed since the start',
        fr: 'Passer ce message si plus de temps s’est écoulé depuis le départ',
      },
    },
    typology: {
      kind: 'choice',
      label: { en: 'Kind of message', fr: 'Nature du message' },
      help: {
        en: 'Service messages are outside limits, and reach those who unsubscribed.',
        fr: 'Les messages de service échappent aux plafonds et parviennent aussi aux désabonnés.',
      },
      options: [
        { value: 'as-scenario', label: { en: 'as the scenario', fr: 'celle du scénario' } },
        ...typologies.map((value) => ({ value, label: typologyWords[value] })),
      ],
    },
  },
  summary: { en: 'Send {template}', fr: 'Envoyer {template}' },
  summarise({ offer }, language, _names, { message, slot }) {
    const said = sentence(message, {
      template: slot('template'),
    })
    if (!offer) return said
    const given = slot('offer')
    return [...said, plain(language === 'en' ? ' with ' : ' avec '), given]
  },
  exits: () => [
    { exit: 'sent', label: { en: 'Sent', fr: 'Envoyé' } },
    { exit: 'refused', label: { en: 'Not sent', fr: 'Non envoyé' }, optional: true },
  ],
  required: { template: 'V05' },
})
