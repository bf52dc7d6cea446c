import { DrawersOnly } from '../app/drawers-only'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './customers.module.css'

/** Why the list is empty: nothing matches, or nobody is known yet, and then how they come. */
export function Nobody({ search, isNarrowed }: { search: string; isNarrowed: boolean }) {
  const { t } = useWords()
  if (search) return <p className={styles.none}>{t('customers.noMatch', { search })}</p>
  if (isNarrowed) return <p className={styles.none}>{t('customers.noneInView')}</p>
  return (
    <section className={`${panel.panel} ${styles.empty}`}>
      <h2>{t('customers.noneTitle')}</h2>
      <p>{t('customers.none')}</p>
      <div className={styles.ways}>
        <DrawersOnly>
          <LinkButton look="primary" to="/imports">
            {t('customers.import')}
          </LinkButton>
        </DrawersOnly>
        <LinkButton to="/developers">{t('customers.connect')}</LinkButton>
      </div>
    </section>
  )
}
