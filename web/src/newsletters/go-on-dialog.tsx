import { useQuery } from '@tanstack/react-query'
import { resumeFlow, resumePreviewQuery } from '../api/flows'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { GoingOnTold } from './going-on-told'
import { Question } from './question'

/** Asks before mails go again after a pause: to how many, how fast, and whether at once. */
export function GoOnDialog({ flowId, close }: { flowId: string; close: () => void }) {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(resumePreviewQuery(flowId))
  return (
    <Question
      flowId={flowId}
      title={t('sendings.goOnTitle')}
      sure={t('sendings.resume')}
      act={() => resumeFlow(flowId, { mode: 'now' })}
      done={() => t('sendings.goOnDone')}
      close={close}
      isReady={data !== undefined}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} height={20} />}
      {data?.sending && <GoingOnTold sending={data.sending} />}
      {data && !data.sending && <p>{t('sendings.goOnOverdue', { n: data.overdue })}</p>}
    </Question>
  )
}
