import { useLetterKeys } from '../canvas/keys/letter-keys'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

/** One's own keyboard, in this browser: whether letters alone act on the canvas. */
export function KeyboardForm() {
  const { t } = useWords()
  const { isOn, turn } = useLetterKeys()
  return (
    <section className={`${panel.panel} ${styles.form}`} aria-labelledby="keyboard">
      <h2 id="keyboard">{t('keyboard.title')}</h2>
      <label className={styles.check}>
        <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />
        {t('keyboard.letters')}
      </label>
      <p>{t('keyboard.about')}</p>
    </section>
  )
}
