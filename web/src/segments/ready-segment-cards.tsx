import { ruleClause } from '@relance/core/rule/describe-rule'
import type { Rule } from '@relance/core/rule/rule'
import { useMutation, useQuery } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { createSegment, type Segment, segmentPreviewQuery, segmentsQuery } from '../api/segments'
import { DrawersOnly } from '../app/drawers-only'
import { useNames } from '../canvas/use-names'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { readySegments } from './ready-segments'
import styles from './segments.module.css'

/** Segments ready to be kept, each with how many are in it now; those that are kept already stay out. */
export function ReadySegmentCards({ kept }: { kept: readonly Segment[] }) {
  const { t, language } = useWords()
  const names = useNames(null)
  // Kept rules come back with their parts in another order; in words they are the same.
  const said = (rule: Rule) => ruleClause(rule, language, names)
  const rules = new Set(kept.map(({ rule }) => said(rule)))
  const left = readySegments.filter(({ rule }) => !rules.has(said(rule)))
  if (left.length === 0) return null
  return (
    <section className={styles.ready} aria-labelledby="ready-segments">
      <h2 id="ready-segments">{t('segments.ready')}</h2>
      <ul>
        {left.map((segment) => (
          <li key={segment.name} className={panel.panel}>
            <ReadySegment {...segment} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReadySegment({ name, rule }: (typeof readySegments)[number]) {
  const { t, language } = useWords()
  const names = useNames(null)
  const { data, error } = useQuery(segmentPreviewQuery(rule, null))
  const keep = useMutation({
    mutationFn: () => createSegment({ name: t(name), rule }),
    onSuccess: async () => {
      toast.success(t('segments.saved', { name: t(name) }))
      await queryClient.invalidateQueries({ queryKey: segmentsQuery().queryKey })
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  return (
    <>
      <h3>{t(name)}</h3>
      <p>{ruleClause(rule, language, names)}</p>
      <footer>
        <span title={error ? messageOfError(error) : undefined}>
          {data ? t('segments.readyCount', { n: data.count }) : '–'}
        </span>
        <DrawersOnly>
          <Button size="small" disabled={keep.isPending} onClick={() => keep.mutate()}>
            {t('segments.keep')}
          </Button>
        </DrawersOnly>
      </footer>
    </>
  )
}
