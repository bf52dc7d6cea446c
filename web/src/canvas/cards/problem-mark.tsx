import clsx from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useStepProblem } from '../use-problems'
import styles from './step-card.module.css'

/** The worst problem of a step, at the corner of its card. */
export function ProblemMark({ id, className }: { id: string; className?: string }) {
  const problem = useStepProblem(id)
  if (!problem) return null
  const Sign = problem.severity === 'fix' ? CircleAlert : TriangleAlert
  return (
    <span
      className={clsx(styles.problem, styles[problem.severity], className)}
      title={problem.message}
    >
      <Sign className="icon" aria-hidden="true" />
      <span className="sr-only">{problem.message}</span>
    </span>
  )
}
