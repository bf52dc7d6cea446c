import { useMutation, useQuery } from '@tanstack/react-query'
import { toast } from 'sonner'
import { rebuildReturns, returnsQuery, segmentOfTop } from '../api/activity'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import { Button } from '../ui/button'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { ReturnCells } from './return-cells'
import { ReturnList } from './return-list'
import styles from './returns.module.css'

const TOP = 1000

/** The inactive by their chance of return, what it was learned from, and whether it came true last time. */
export function ReturnsPage() {
  const { t, number, date } = useWords()
  const asked = useQuery(returnsQuery())
  const { data, error } = asked
  const rebuild = useMutation({
    mutationFn: rebuildReturns,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['returns'] }),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const keep = useMutation({
    mutationFn: (top: number) => segmentOfTop(t('returns.segmentName', { n: number(top) }), top),
    onSuccess: () => toast.success(t('returns.segmentMade')),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const list = data?.list
  const top = Math.min(TOP, list?.ranked ?? 0)
  return (
    <Page>
      <PageHead
        title={t('returns.title')}
        about={
          list && t('returns.about', { n: number(list.ranked), at: date(list.asOf, 'moment') })
        }
      >
        <DrawersOnly>
          {top > 0 && (
            <Button disabled={keep.isPending} onClick={() => keep.mutate(top)}>
              {t('returns.keepTop', { n: number(top) })}
            </Button>
          )}
          <Button look="primary" disabled={rebuild.isPending} onClick={() => rebuild.mutate()}>
            {list ? t('returns.again') : t('returns.make')}
          </Button>
        </DrawersOnly>
      </PageHead>
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className={styles.columns}>
          <ReturnList made={list !== null} />
          <ReturnCells figures={data} />
        </div>
      )}
    </Page>
  )
}
