import type { CheckedPath, CheckOutcome, PathStep } from '../../api/saved-checks'
import { useWords } from '../../words/use-words'
import { useContent } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'
import styles from './saved-checks.module.css'

/** Where a check does not come out as expected: its end, and the first step that differs. */
export function CheckDifference({
  outcome: { outcome, reason, expected, got, differs },
}: {
  outcome: CheckOutcome
}) {
  const { t } = useWords()
  const step = useStepWords()
  const end = ({ refused, end: ending, standing }: CheckedPath) =>
    refused && !ending
      ? refused
      : (ending ??
        t('checks.stands', {
          step: standing ? step({ nodeId: standing, type: '', name: null, exit: null }) : '–',
        }))
  if (outcome === 'not-walked' || !got)
    return <p className={styles.line}>{t('checks.notWalked', { reason })}</p>
  return (
    <dl className={styles.ends}>
      <dt>{t('checks.expected')}</dt>
      <dd>{end(expected)}</dd>
      {end(got) !== end(expected) && (
        <>
          <dt>{t('checks.got')}</dt>
          <dd>{end(got)}</dd>
        </>
      )}
      {differs && (
        <>
          <dt>{t('checks.step', { n: differs.n })}</dt>
          <dd>
            {t('checks.differs', {
              expected: differs.expected ? step(differs.expected) : t('checks.over'),
              got: differs.got ? step(differs.got) : t('checks.over'),
            })}
          </dd>
        </>
      )}
    </dl>
  )
}

/** A step's words: its title, and the exit it was left by where it has several. */
function useStepWords(): (step: PathStep) => string {
  const { language } = useWords()
  const nodes = useContent((content) => content.nodes)
  const titles = useContent((content) => stepTitles(content, language))
  return ({ nodeId, type, name, exit }) => {
    const node = nodes[nodeId]
    const definition = stepType(node?.type ?? type)
    const title = titles.get(nodeId) ?? name ?? definition?.title[language] ?? nodeId
    const exits = node && definition ? definition.exits(node.config) : []
    const taken = exits.filter(({ optional }) => !optional).length > 1
    const label = taken && exit ? exits.find((each) => each.exit === exit)?.label[language] : null
    return label ? `${title} → ${label}` : title
  }
}
