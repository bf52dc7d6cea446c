import type { ExitSpec } from '@relance/core/node/definition'
import { durationWords } from '@relance/core/time/duration-words'
import { eventTitle } from '@relance/core/words/event-words'

/** “Order” and “30 days passed”: the exits say what they wait for. */
export const waitEventExits = ({
  event,
  atMost,
}: {
  event?: string
  atMost?: string
}): ExitSpec[] => [
  {
    exit: 'happened',
    label: event
      ? { en: eventTitle(event, 'en'), fr: eventTitle(event, 'fr') }
      : { en: 'Happened', fr: 'Arrivé' },
  },
  {
    exit: 'timed-out',
    label: atMost
      ? { en: `${durationWords(atMost, 'en')} passed`, fr: `Après ${durationWords(atMost, 'fr')}` }
      : { en: 'Time passed', fr: 'Délai passé' },
  },
]
