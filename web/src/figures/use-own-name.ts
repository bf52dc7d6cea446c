import { useQuery } from '@tanstack/react-query'
import { flowsQuery } from '../api/flows'
import { mailTemplatesQuery } from '../api/messages'
import type { ReportGroup } from '../api/reports'
import { useWords } from '../words/use-words'
import { useRowName } from './use-row-name'

/**
 * What a mail, scenario, step or type is called though nothing of it was sent, so that no row of a report names it.
 * @param isAsked whether a row does not
 */
export function useOwnName(by: ReportGroup, key: string, isAsked: boolean): string {
  const { t } = useWords()
  const nameOf = useRowName(by)
  const mails = useQuery({ ...mailTemplatesQuery(), enabled: isAsked && by === 'mail' }).data
  const flows = useQuery({ ...flowsQuery(), enabled: isAsked && by === 'flow' }).data
  if (by === 'typology' || by === 'mode') return nameOf({ name: key })
  const named = [...(mails?.items ?? []), ...(flows?.items ?? [])].find(({ id }) => id === key)
  return named?.name ?? t(`figures.by-${by}`)
}
