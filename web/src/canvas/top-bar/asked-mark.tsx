import { useQuery } from '@tanstack/react-query'
import { askedQuery } from '../../api/publish-requests'
import { Chip } from '../../ui/chip'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './scenario-bar.module.css'

/** That somebody asks for the draft to be published, or was told why not; a press says more. */
export function AskedMark() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const { data } = useQuery(askedQuery(flow.id))
  const isOpen = data?.answer === null
  if (!data || !(isOpen || (data.answer === 'declined' && data.isCurrent))) return null
  return (
    <button
      type="button"
      className={styles.asked}
      onClick={() => store.getState().showDialog('request')}
    >
      <Chip tone={isOpen ? 'info' : 'warn'}>
        {isOpen ? t('ask.waits', { name: data.askedBy }) : t('ask.declined')}
      </Chip>
    </button>
  )
}
