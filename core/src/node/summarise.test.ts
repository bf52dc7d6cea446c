import { expect, test } from 'vitest'
import { z } from 'zod'
import type { NodeDefinition } from './definition'
import { sentenceText } from './sentence'
import { summarise } from './summarise'

const names = {
  template: () => undefined,
  offer: () => undefined,
  node: () => undefined,
  segment: () => undefined,
}
const definition: NodeDefinition = {
  ...{ type: 'call-crm', version: 1, category: 'custom', icon: 'phone', keywords: [] },
  title: { en: 'Call the CRM', fr: 'Appeler le CRM' },
  about: { en: 'Tell the CRM', fr: 'Prévenir le CRM' },
  config: z.object({ list: z.string() }),
  ...{ defaults: {}, fields: {}, exits: () => [] },
  summary: { en: 'Tell {list}', fr: 'Prévenir {list}' },
}

test('a sentence has each value, or its question', () => {
  expect(summarise(definition, { list: 'VIP' }, 'en', names)).toEqual([
    { text: 'Tell ' },
    { text: 'VIP', field: 'list' },
  ])
  expect(summarise(definition, {}, 'en', names)[1]).toMatchObject({ missing: true })
})

test('a type whose sentence fails says its name and why, in the reader’s language', () => {
  const broken: NodeDefinition = {
    ...definition,
    summarise() {
      throw new TypeError('no $& list')
    },
  }
  expect(sentenceText(summarise(broken, {}, 'en', names))).toBe(
    'Call the CRM. Cannot be drawn: no $& list',
  )
  expect(sentenceText(summarise(broken, {}, 'fr', names))).toBe(
    'Appeler le CRM. Affichage impossible\u00a0: no $& list',
  )
})
