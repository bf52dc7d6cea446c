import { type Signal, signals } from '@relance/core/event/event'
import { signalWords } from '@relance/core/words/event-words'
import type { Words } from '@relance/core/words/language'

/** The four signals as options of a form: “a visit”, “an order”, “an open”, “a click”. */
export const signalOptions: { value: Signal; label: Words }[] = signals.map((signal) => ({
  value: signal,
  label: signalWords[signal].noun,
}))
