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

/** What a row of a report is called: a type has a word of ours, all else its own name. */
export function useRowName(by: ReportGroup): (row: { name: string }) => string {
  const { t } = useWords()
  return ({ name }) => {
    const key = by === 'typology' ? typologyKeys[name] : undefined
    return key ? t(key) : name
  }
}
