import type { Problem } from '@relance/core/plan/problem'
import clsx from 'clsx'
import { Check, ChevronDown, ChevronUp, CircleAlert, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { IconButton } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { Guidance } from '../guidance/guidance'
import { useProblems } from '../use-problems'
import styles from './panels.module.css'
import { useGoToProblem } from './use-go-to-problem'
import { useRepair } from './use-repair'

/** What blocks publishing and what is worth a thought; a row leads to the exact field. */
export function ProblemsPanel() {
  const { t } = useWords()
  const { store, readOnly } = useSession()
  const open = useCanvas((state) => state.open.problems)
  const empty = useContent((content) => Object.keys(content.nodes).length === 0)
  const problems = useProblems()
  if (readOnly || empty) return null
  const fixes = problems.filter((problem) => problem.severity === 'fix')
  const tips = problems.filter((problem) => problem.severity === 'tip')
  if (problems.length === 0) {
    return (
      <section
        className={clsx(styles.float, styles.problems)}
        style={{ width: 'auto' }}
        aria-label={t('problems.title')}
      >
        <p className={styles.fine} tabIndex={-1} data-no-problem>
          <Check className="icon-s" aria-hidden="true" />
          {t('problems.none')}
        </p>
        <Guidance />
      </section>
    )
  }
  return (
    <section
      className={clsx(styles.float, styles.problems, !open && styles.closed)}
      aria-label={t('problems.title')}
    >
      <h3>
        {t('problems.title')}
        {fixes.length > 0 && (
          <Chip small tone="bad">
            {t('problems.fixes', { n: fixes.length })}
          </Chip>
        )}
        {tips.length > 0 && (
          <Chip small tone="warn">
            {t('problems.tips', { n: tips.length })}
          </Chip>
        )}
        <IconButton
          className={styles.push}
          label={open ? t('common.fold') : t('common.unfold')}
          aria-expanded={open}
          onClick={() => store.getState().toggle('problems')}
        >
          {open ? (
            <ChevronDown className="icon-s" aria-hidden="true" />
          ) : (
            <ChevronUp className="icon-s" aria-hidden="true" />
          )}
        </IconButton>
      </h3>
      {open && (
        <div className={styles.rows}>
          {[...fixes, ...tips].map((problem) => (
            <ProblemRow
              key={`${problem.code}${problem.nodeId}${problem.exit}${problem.field}`}
              problem={problem}
            />
          ))}
        </div>
      )}
      {open && <Guidance />}
    </section>
  )
}

/** One of them. Not drawn again while it stays the same: of a large scenario there are many. */
const ProblemRow = memo(function ProblemRow({ problem }: { problem: Problem }) {
  const { t } = useWords()
  const repair = useRepair(problem)
  const goThere = useGoToProblem(problem)
  return (
    <>
      <button
        type="button"
        className={styles.row}
        onClick={goThere}
        data-problem={problem.code}
        data-severity={problem.severity}
      >
        {problem.severity === 'fix' ? (
          <CircleAlert className={`icon ${styles.fix}`} aria-hidden="true" />
        ) : (
          <TriangleAlert className={`icon ${styles.tip}`} aria-hidden="true" />
        )}
        <span>{problem.message}</span>
      </button>
      {repair && (
        <button type="button" className={styles.repair} onClick={repair.run}>
          {t(repair.label)}
        </button>
      )}
    </>
  )
})
