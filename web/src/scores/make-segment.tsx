import type { Rule } from '@relance/core/rule/rule'
import { useMutation } from '@tanstack/react-query'
import { ArrowRight, UsersRound } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { createSegment, segmentsQuery } from '../api/segments'
import { mayDrawIn, useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { useWords } from '../words/use-words'

/** Makes a segment of whoever a figure counts, under a name that says so, and then leads there. */
export function MakeSegment({
  name,
  rule,
  small,
  words,
}: {
  name: string
  rule: Rule
  small?: boolean
  /** What the button says, where nothing beside it tells of whom. */
  words?: string
}) {
  const { t } = useWords()
  const make = useMutation({
    mutationFn: () => createSegment({ name, rule }),
    onSuccess: async () => {
      toast.success(t('scores.segmentMade', { name }))
      await queryClient.invalidateQueries({ queryKey: segmentsQuery().queryKey })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const mayDraw = mayDrawIn(useWorkspace())
  if (!mayDraw) return null
  const size = small ? 'small' : 'normal'
  if (make.data)
    return (
      <LinkButton
        size={size}
        to="/segments/$segmentId"
        params={{ segmentId: make.data.id }}
        aria-label={t('scores.seeSegmentOf', { name })}
      >
        {t('scores.seeSegment')}
        <ArrowRight className="icon-s" aria-hidden="true" />
      </LinkButton>
    )
  return (
    <Button
      size={size}
      disabled={make.isPending}
      aria-label={words ? undefined : t('scores.makeSegmentOf', { name })}
      onClick={() => make.mutate()}
    >
      <UsersRound className="icon-s" aria-hidden="true" />
      {words ?? t('scores.makeSegment')}
    </Button>
  )
}
