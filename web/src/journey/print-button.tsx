import { Printer } from 'lucide-react'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './print-button.module.css'

/** Prints the page as it stands. */
export function PrintButton() {
  const { t } = useWords()
  return (
    <Button className={styles.button} onClick={() => window.print()}>
      <Printer className="icon-s" aria-hidden="true" />
      {t('lanes.print')}
    </Button>
  )
}
