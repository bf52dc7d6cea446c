import { Link } from '@tanstack/react-router'
import type { EngineStatus } from '../api/engine-status'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

/** Events that could not be taken in, whose they are and why. */
export function SetAside({ setAside: { count, items } }: Pick<EngineStatus, 'setAside'>) {
  const { t, date } = useWords()
  return (
    <section className={`${panel.panel} ${styles.block}`} id="set-aside" aria-labelledby="aside">
      <h2 id="aside">
        {t('status.setAside')}
        {count > 0 && <small>{t('status.setAsideCount', { n: count })}</small>}
      </h2>
      <p>{count === 0 ? t('status.setAsideNone') : t('status.setAsideAbout')}</p>
      <ul>
        {items.map(({ eventId, name, contactId, storedAt, error }) => (
          <li key={eventId}>
            <span className={styles.what}>
              <b>{name}</b>
              <small>{error}</small>
            </span>
            <time dateTime={storedAt}>{date(storedAt, 'moment')}</time>
            <Link to="/customers/$contactId" params={{ contactId }} className={styles.link}>
              {t('status.openCustomer')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
