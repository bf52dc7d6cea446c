import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import type { EngineStatus } from '../api/engine-status'
import { actOnEnrolment } from '../api/flows'
import { queryClient } from '../api/query-client'
import { nameOfContact } from '../customers/name-of-contact'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

type Stopped = EngineStatus['attention']['items'][number]

/** People whose step threw, over all scenarios: why, and what can be done for each. */
export function People({ attention: { count, items } }: Pick<EngineStatus, 'attention'>) {
  const { t } = useWords()
  return (
    <section className={`${panel.panel} ${styles.block}`} id="people" aria-labelledby="stopped">
      <h2 id="stopped">
        {t('status.attention')}
        {count > 0 && <small>{t('status.attentionCount', { n: count })}</small>}
      </h2>
      <p>{count === 0 ? t('status.nobody') : t('status.attentionAbout')}</p>
      <ul>
        {items.map((stopped) => (
          <StoppedRow key={stopped.id} stopped={stopped} />
        ))}
      </ul>
    </section>
  )
}

function StoppedRow({ stopped }: { stopped: Stopped }) {
  const { t } = useWords()
  const { id, contact, contactId, flowId, flowName, error } = stopped
  const help = useMutation({
    mutationFn: (act: 'retry' | 'skip') => actOnEnrolment(id, { act }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['status', 'engine'] }),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  return (
    <li>
      <span className={styles.what}>
        <Link to="/customers/$contactId" params={{ contactId }}>
          <b>{contact ? nameOfContact(contact, contactId) : contactId}</b>
        </Link>
        {' – '}
        <Link to="/scenarios/$flowId/live" params={{ flowId }}>
          {flowName}
        </Link>
        <small>{error?.message}</small>
      </span>
      <Button size="small" disabled={help.isPending} onClick={() => help.mutate('retry')}>
        {t('people.retry')}
      </Button>
      <Button size="small" disabled={help.isPending} onClick={() => help.mutate('skip')}>
        {t('people.skip')}
      </Button>
    </li>
  )
}
