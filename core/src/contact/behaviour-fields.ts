import { behaviourLabelWords } from './behaviour'
import type { ContactField } from './contact-field'

const orders = ['Order Completed', 'Order Refunded', 'field:ordersCount']
const products = [...orders, 'Product Viewed', 'Product Added']

/** What somebody's orders, visits and choices say of them. Worked out when it is asked for. */
export const behaviourFields = {
  labels: {
    kind: 'list',
    words: { en: 'the labels', fr: 'les étiquettes' },
    choices: behaviourLabelWords,
    // By its own name too: somebody they invited has joined, or a click is too long ago.
    changesWith: ['field:labels', 'consent:email', 'field:ordersCount', 'field:lastClickAt'],
  },
  interests: {
    kind: 'list',
    words: { en: 'the interests', fr: 'les centres d’intérêt' },
    changesWith: ['field:interests', ...products],
    isDeclared: true,
  },
  sectionsSeen: {
    kind: 'list',
    words: { en: 'the sections seen', fr: 'les rubriques vues' },
    changesWith: ['field:sectionsSeen', 'page'],
  },
  favouriteCategory: {
    kind: 'text',
    words: { en: 'the favourite category', fr: 'la catégorie préférée' },
    changesWith: ['field:favouriteCategory', ...products, 'page'],
  },
  favouriteBrand: {
    kind: 'text',
    words: { en: 'the favourite brand', fr: 'la marque préférée' },
    changesWith: ['field:favouriteBrand', ...products],
  },
  favouriteCreator: {
    kind: 'text',
    words: { en: 'the favourite creator', fr: 'le créateur préféré' },
    changesWith: ['field:favouriteCreator', ...products],
  },
} as const satisfies Record<string, ContactField>

export type BehaviourField = keyof typeof behaviourFields
