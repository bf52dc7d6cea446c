import type { TriedPath } from '../../api/try'
import { SeenValues } from '../../customers/seen-values'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useSentenceNames } from '../use-sentence-names'
import styles from './try.module.css'

/** Why they would not be let in, with what the rule saw; and the way on all the same. */
export function RefusedEntry({
  refused,
  walksOn,
  walkOn,
}: {
  refused: NonNullable<TriedPath['refused']>
  walksOn: boolean
  walkOn: () => void
}) {
  const { t } = useWords()
  const names = useSentenceNames()
  return (
    <div className={styles.refused}>
      <p>
        <b>{refused.words}</b>
      </p>
      <SeenValues seen={refused.seen} nodeName={(id) => names.node(id) ?? id} />
      {walksOn ? (
        <p>{t('try.walksOn')}</p>
      ) : (
        <Button size="small" onClick={walkOn}>
          {t('try.walkOn')}
        </Button>
      )}
    </div>
  )
}
