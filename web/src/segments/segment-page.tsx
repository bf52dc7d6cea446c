import type { Rule } from '@relance/core/rule/rule'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type Segment, type SegmentUse, segmentQuery } from '../api/segments'
import { Page } from '../app/page'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { SegmentEditor } from './segment-editor'

const everybody: Rule = { and: [] }

/** A segment that is not saved yet. */
export function NewSegmentPage() {
  const { t } = useWords()
  return (
    <Page crumb={{ to: '/segments', label: t('nav.segments'), here: t('segments.new') }}>
      <SegmentEditor start={{ name: '', rule: everybody }} saved={null} />
    </Page>
  )
}

/** A saved segment: its rule, who is in it, and what uses it. */
export function SegmentPage() {
  const { segmentId } = useParams({ from: '/app/segments/$segmentId' })
  const { t } = useWords()
  const asked = useQuery(segmentQuery(segmentId))
  const { data, isPending } = asked
  return (
    <Page crumb={{ to: '/segments', label: t('nav.segments'), here: data?.name ?? '…' }}>
      <Unanswered asked={asked} />
      {isPending && <Loading rows={5} />}
      {data && <Opened segment={data} />}
    </Page>
  )
}

/** A segment changed elsewhere begins anew with what it is now. */
function Opened({ segment }: { segment: Segment & { usedBy: SegmentUse[] } }) {
  return <SegmentEditor key={segment.revision} start={segment} saved={segment} />
}
