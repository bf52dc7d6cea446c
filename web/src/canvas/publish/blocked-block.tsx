import type { Problem } from '@relance/core/plan/problem'
import { CircleAlert } from 'lucide-react'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './publish.module.css'

/** Why it cannot be published; each reason leads to its field. */
export function BlockedBlock({ problems, close }: { problems: Problem[]; close: () => void }) {
  const { t } = useWords()
  const { store } = useSession()
  const go = (problem: Problem) => {
    close()
    const state = store.getState()
    if (!problem.nodeId) return state.showRules(true)
    state.select([problem.nodeId])
    if (problem.field) state.focusOn(problem.field)
  }
  return (
    <section className={styles.blocked} role="alert">
      <h3>{t('publish.blocked', { n: problems.length })}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code}${problem.nodeId}${problem.exit}${problem.field}`}>
            <button type="button" onClick={() => go(problem)}>
              <CircleAlert className="icon" aria-hidden="true" />
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
