import { DrawersOnly } from '../app/drawers-only'
import { EmptyPage } from '../ui/empty-page'
import { LinkButton } from '../ui/link-button'
import { useWords } from '../words/use-words'
import styles from './customers.module.css'

/** Why the list is empty: nothing matches, or nobody is known yet, and then how they come. */
export function Nobody({ search, isNarrowed }: { search: string; isNarrowed: boolean }) {
  const { t } = useWords()
  if (search) return <p className={styles.none}>{t('customers.noMatch', { search })}</p>
  if (isNarrowed) return <p className={styles.none}>{t('customers.noneInView')}</p>
  return (
    <EmptyPage title={t('customers.noneTitle')} about={t('customers.none')}>
      <DrawersOnly>
        <LinkButton look="primary" to="/imports">
          {t('customers.import')}
        </LinkButton>
      </DrawersOnly>
      <LinkButton to="/developers">{t('customers.connect')}</LinkButton>
    </EmptyPage>
  )
}
