import { signals } from '@relance/core/event/event'
import { plain, sentence, value } from '@relance/core/node/sentence'
import { duration } from '@relance/core/time/duration'
import { signalWords } from '@relance/core/words/event-words'
import { z } from 'zod'
import { defineNode } from '../kit/define-node'

export const waitDuration = defineNode({
  type: 'wait-duration',
  version: 1,
  category: 'time',
  icon: 'timer',
  title: { en: 'Wait', fr: 'Attendre' },
  about: { en: 'Lets some time pass', fr: 'Laisse passer du temps' },
  keywords: [
    'wait',
    'delay',
    'pause',
    'timer',
    'days',
    'hours',
    'attente',
    'délai',
    'jours',
    'heures',
  ],
  config: z.object({
    for: duration,
    since: z.enum(['here', 'anchor', ...signals]).default('here'),
  }),
  defaults: { for: 'P1D', since: 'here' },
  fields: {
    for: {
      kind: 'duration',
      label: { en: 'Wait', fr: 'Attendre' },
      question: { en: 'how long?', fr: 'combien de temps ?' },
    },
    since: {
      kind: 'choice',
      label: { en: 'Counted from', fr: 'À compter de' },
      options: [
        { value: 'here', label: { en: 'this step', fr: 'cette étape' } },
        {
          value: 'anchor',
          label: { en: 'what started the scenario', fr: 'ce qui a démarré le scénario' },
        },
        ...signals.map((signal) => ({ value: signal, label: signalWords[signal].last })),
      ],
      help: {
        en: 'Counted from a visit, order, open or click, each new one starts the wait again.',
        fr: 'À compter d’une visite, commande, ouverture ou d’un clic, chaque nouveau signal relance l’attente.',
      },
    },
  },
  summary: { en: 'Wait {for}', fr: 'Attendre {for}' },
  summarise({ since = 'here' }, language, names, { message, slot }) {
    const said = sentence(message, {
      for: slot('for'),
    })
    if (since === 'here') return said
    if (since === 'anchor') {
      const anchor = names.anchor ?? { en: 'the start', fr: 'le départ' }[language]
      return [...said, plain(language === 'en' ? ' after ' : ' après '), value('since', anchor)]
    }
    const without = signalWords[since].without[language]
    return [...said, plain(language === 'en' ? ' without ' : ' sans '), value('since', without)]
  },
  exits: () => [{ exit: 'done', label: { en: 'Then', fr: 'Ensuite' } }],
  required: { for: 'V04' },
  waits: true,
})
