import { modeWords, sendingModes } from '@relance/core/sending/sending-mode'
import type { ReportGroup } from '../api/reports'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'

const typologyKeys: Readonly<Record<string, WordKey>> = {
  information: 'typology.information',
  prospecting: 'typology.prospecting',
  loyalty: 'typology.loyalty',
  survey: 'typology.survey',
  event: 'typology.event',
  service: 'typology.service',
}

/** What a row of a report is called: a type or a mode has a word of ours, all else its own name. */
export function useRowName(by: ReportGroup): (row: { name: string }) => string {
  const { t, say } = useWords()
  return ({ name }) => {
    const mode = by === 'mode' ? sendingModes.find((each) => each === name) : undefined
    if (mode) return say(modeWords[mode])
    const key = by === 'typology' ? typologyKeys[name] : undefined
    return key ? t(key) : name
  }
}
