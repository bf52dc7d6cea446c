import clsx from 'clsx'
import { initialsOf } from '../../customers/name-of-contact'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './presence.module.css'
import { usePresence } from './use-presence'

const SHOWN = 4

/** Who else has the scenario open: initials in their colour; a press goes to the step where they are. */
export function PeopleHere() {
  const { t } = useWords()
  const { store } = useSession()
  const others = usePresence((presence) => presence.others)
  if (others.length === 0) return null
  return (
    <ul className={styles.people} aria-label={t('presence.here', { n: others.length })}>
      {others.slice(0, SHOWN).map(({ id, name, colour, place }) => (
        <li key={id}>
          <button
            type="button"
            className={clsx(styles.person, styles[`who${colour}`])}
            aria-label={t('presence.isHere', { name })}
            title={t('presence.isHere', { name })}
            disabled={place.step === null}
            onClick={() => place.step && store.getState().select([place.step])}
          >
            {initialsOf(name)}
          </button>
        </li>
      ))}
      {others.length > SHOWN && <li className={styles.more}>+{others.length - SHOWN}</li>}
    </ul>
  )
}
