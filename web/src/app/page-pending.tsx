import { Loading } from '../ui/states'
import styles from './page.module.css'

/** While the code of a page comes. */
export function PagePending() {
  return (
    <div className={styles.page}>
      <Loading rows={6} />
    </div>
  )
}
