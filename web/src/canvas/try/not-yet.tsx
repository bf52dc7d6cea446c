import type { Problem } from '@relance/core/plan/problem'
import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import type { ApiError } from '../../api/api-error'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './try.module.css'

/** What is in the way: a draft that cannot run yet cannot be tried. */
export function NotYet({ error }: { error: ApiError }) {
  const { t } = useWords()
  const { flow } = useSession()
  const problems = (error.body.problems as Problem[] | undefined) ?? []
  const fixes = problems.filter(({ severity }) => severity === 'fix')
  return (
    <div className={styles.refused} role="alert">
      <p>
        <b>{t('try.notYet', { n: fixes.length })}</b>
      </p>
      <ul className={styles.fixes}>
        {fixes.map((problem) => (
          <li key={`${problem.code}:${problem.nodeId}:${problem.exit}:${problem.field}`}>
            <CircleAlert className="icon-s" aria-hidden="true" />
            {problem.message}
          </li>
        ))}
      </ul>
      <Link to="/scenarios/$flowId" params={{ flowId: flow.id }}>
        {t('try.toBuild')}
      </Link>
    </div>
  )
}
