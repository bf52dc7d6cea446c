import clsx from 'clsx'
import { Flag } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ChoicesMade, TriedPath, TriedStep } from '../../api/try'
import { SeenValues } from '../../customers/seen-values'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'
import { onlySelected } from '../store/selection-slice'
import { useSentenceNames } from '../use-sentence-names'
import { ChoiceField } from './choice-field'
import { StepMail } from './step-mail'
import styles from './tried-steps.module.css'
import panel from './try.module.css'

type Choose = (key: string, made: ChoicesMade[string]) => void

/** The path as a list: each step with when it was come to, what it saw, what it would send, and what is assumed. */
export function TriedSteps({
  path,
  made,
  choose,
}: {
  path: TriedPath
  made: ChoicesMade
  choose: Choose
}) {
  const { t, date, language } = useWords()
  const titles = useContent((content) => stepTitles(content, language))
  const { standing, end } = path
  return (
    <>
      <ol className={styles.steps}>
        {path.steps.map((step) => (
          <Step
            key={`${step.nodeId}:${step.visit}`}
            step={step}
            path={path}
            made={made}
            title={titles.get(step.nodeId) ?? step.nodeId}
            choose={choose}
          />
        ))}
      </ol>
      {end && (
        <p className={styles.end} data-end>
          <Flag className="icon-s" aria-hidden="true" />
          <span>
            {end.words} <small>{date(end.at, 'stamp')}</small>
          </span>
        </p>
      )}
      {standing && (
        <p className={styles.end}>
          {standing.error ??
            (standing.dueAt
              ? t('try.stands', { until: date(standing.dueAt, 'stamp') })
              : t('try.standsForGood'))}
        </p>
      )}
      {path.isCutShort && <p className={styles.end}>{t('try.cutShort')}</p>}
      <p className={panel.help}>{t('try.asOfThen')}</p>
    </>
  )
}

/** What is told anyway by the step's title, its exit or its end. */
const UNTOLD = new Set([
  ...['left', 'branch-otherwise', 'branch-held', 'message-queued', 'message-held'],
  ...['message-refused', 'woken-by-time', 'ended'],
])

function Step({
  step,
  path,
  made,
  title,
  choose,
}: {
  step: TriedStep
  path: TriedPath
  made: ChoicesMade
  title: string
  choose: Choose
}) {
  const { t, date } = useWords()
  const { store } = useSession()
  const names = useSentenceNames()
  const isChosen = useCanvas((state) => onlySelected(state) === step.nodeId)
  const root = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) root.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const isHere = (one: { nodeId: string; visit: number }) =>
    one.nodeId === step.nodeId && one.visit === step.visit
  const lines = step.lines.filter(
    ({ code, exit: by, words }, place, all) =>
      !UNTOLD.has(code) && (by === null || all.findIndex((one) => one.words === words) === place),
  )
  const seen = step.lines.findLast((line) => line.seen && line.seen.length > 0)?.seen ?? null
  const exit = useExitLabel(step)
  return (
    <li
      ref={root}
      className={clsx(styles.step, isChosen && styles.chosen)}
      data-tried={step.nodeId}
    >
      <span className={styles.n} aria-hidden="true">
        {step.n}
      </span>
      <div>
        <button
          type="button"
          className={styles.stepTitle}
          onClick={() => store.getState().select([step.nodeId])}
        >
          {title}
        </button>
        <p className={styles.when}>
          {step.leftAt && step.leftAt !== step.at
            ? t('try.fromTo', { from: date(step.at, 'stamp'), to: date(step.leftAt, 'stamp') })
            : date(step.at, 'stamp')}
        </p>
        {lines.map((line) => (
          <p key={`${line.at}:${line.code}`} className={styles.line}>
            {line.words}
          </p>
        ))}
        <SeenValues seen={seen} nodeName={(id) => names.node(id) ?? id} />
        {exit && <p className={styles.exit}>{t('try.leavesBy', { exit })}</p>}
        {path.mails.filter(isHere).map((mail) => (
          <StepMail key={mail.at} mail={mail} />
        ))}
        {path.choices.filter(isHere).map((choice) => (
          <ChoiceField
            key={choice.key}
            choice={choice}
            is={made[choice.key]?.is ?? choice.is}
            choose={choose}
          />
        ))}
      </div>
    </li>
  )
}

/** The words of the exit taken, where the step has several. */
function useExitLabel({ nodeId, exit }: TriedStep): string | null {
  const { language } = useWords()
  const node = useContent((content) => content.nodes[nodeId])
  if (!node || !exit) return null
  const exits =
    stepType(node.type)
      ?.exits(node.config)
      .filter((each) => !each.optional) ?? []
  if (exits.length < 2) return null
  return exits.find((each) => each.exit === exit)?.label[language] ?? exit
}
