import { Building2, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words'
import styles from './lanes.module.css'

/** One instant of both lanes; `when` is its place on the axis of time. */
export interface Lane {
  key: string
  when: ReactNode
  customer: ReactNode
  company: ReactNode
  /** A way the scenario parts here: a heading over both lanes. */
  heading?: string
}

/** What the customer lives on the left, what the company does on the right, on one axis of time. */
export function Lanes({ lanes, caption }: { lanes: Lane[]; caption: string }) {
  const { t } = useWords()
  return (
    <table className={styles.lanes}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.customer}>
            <UserRound className="icon-s" aria-hidden="true" />
            {t('lanes.customer')}
          </th>
          <th scope="col" className={styles.when}>
            {t('lanes.when')}
          </th>
          <th scope="col" className={styles.company}>
            <Building2 className="icon-s" aria-hidden="true" />
            {t('lanes.company')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ key, when, customer, company, heading }) =>
          heading ? (
            <tr key={key} className={styles.heading}>
              <th colSpan={3} scope="rowgroup">
                {heading}
              </th>
            </tr>
          ) : (
            <tr key={key} data-lane={key}>
              <td className={styles.customer}>{customer && <div>{customer}</div>}</td>
              <th scope="row" className={styles.when}>
                <span>{when}</span>
              </th>
              <td className={styles.company}>{company && <div>{company}</div>}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
