import { sentence } from '@relance/core/node/sentence'
import { rule } from '@relance/core/rule/rule'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'
import { enteredExit } from '../kit/entered-exit'
import { filterField, filterParts } from '../kit/filter-field'

export const onCartAbandoned = defineNode({
  type: 'on-cart-abandoned',
  version: 1,
  category: 'trigger',
  icon: 'shopping-cart',
  title: { en: 'Cart abandoned', fr: 'Panier abandonné' },
  about: {
    en: 'Starts when a cart is left without an order',
    fr: 'Démarre quand un panier reste sans commande',
  },
  keywords: [
    'cart',
    'basket',
    'abandoned',
    'trigger',
    'start',
    'panier',
    'abandon',
    'déclencheur',
    'début',
  ],
  config: z.object({ idle: duration, filter: rule.nullish() }),
  defaults: { idle: 'PT30M' },
  fields: {
    idle: {
      kind: 'duration',
      label: { en: 'Idle for', fr: 'Sans activité depuis' },
      question: { en: 'how long?', fr: 'combien de temps ?' },
    },
    filter: filterField,
  },
  summary: {
    en: 'When a cart has been idle for {idle}',
    fr: 'Quand un panier est resté sans activité {idle}',
  },
  summarise({ filter }, language, names, { message, slot }) {
    const slots = { idle: slot('idle') }
    return [...sentence(message, slots), ...filterParts(filter, language, names)]
  },
  exits: () => [enteredExit],
  required: { idle: 'V04' },
  anchor: { en: 'the cart was abandoned', fr: 'l’abandon du panier' },
})
