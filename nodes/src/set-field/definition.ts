import { sentence, value } from '@relance/core/node/sentence'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'

export const setField = defineNode({
  type: 'set-field',
  version: 1,
  category: 'data',
  icon: 'pencil-line',
  title: { en: 'Set a field', fr: 'Modifier un champ' },
  about: { en: 'Writes a value on the customer', fr: 'Inscrit une valeur dans la fiche du client' },
  keywords: [
    'field',
    'set',
    'tag',
    'update',
    'profile',
    'data',
    'champ',
    'valeur',
    'étiquette',
    'fiche',
    'donnée',
  ],
  config: z.object({
    field: z.string().min(1),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]).default(null),
  }),
  defaults: { value: '' },
  fields: {
    field: {
      kind: 'contact-field',
      label: { en: 'Field', fr: 'Champ' },
      question: { en: 'which field?', fr: 'quel champ ?' },
    },
    value: {
      kind: 'value',
      label: { en: 'Value', fr: 'Valeur' },
      help: {
        en: 'May use the customer’s data between {{ and }}.',
        fr: 'Peut reprendre les données du client entre {{ et }}.',
      },
    },
  },
  summary: { en: 'Set {field} to {value}', fr: 'Inscrire {value} dans {field}' },
  summarise({ value: given }, language, _names, { message, slot }) {
    return sentence(message, {
      field: slot('field'),
      value: value('value', valueWords(given)[language]),
    })
  },
  exits: () => [{ exit: 'done', label: { en: 'Then', fr: 'Ensuite' } }],
})

function valueWords(given: string | number | boolean | null | undefined) {
  if (given === null || given === undefined || given === '')
    return { en: 'nothing', fr: 'aucune valeur' }
  if (given === true) return { en: 'yes', fr: 'oui' }
  if (given === false) return { en: 'no', fr: 'non' }
  return { en: `“${given}”`, fr: `« ${given} »` }
}
