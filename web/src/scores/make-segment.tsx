import type { Rule } from '@relance/core/rule/rule'
import { useMutation } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { createSegment } from '../api/scores'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'

/** Makes a segment of whoever a figure counts, under a name that says so. */
export function MakeSegment({ name, rule, small }: { name: string; rule: Rule; small?: boolean }) {
  const { t } = useWords()
  const make = useMutation({
    mutationFn: () => createSegment({ name, rule }),
    onSuccess: async () => {
      toast.success(t('scores.segmentMade', { name }))
      await queryClient.invalidateQueries({ queryKey: ['segments'] })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <Button
      size={small ? 'small' : 'normal'}
      disabled={make.isPending || make.isSuccess}
      aria-label={t('scores.makeSegmentOf', { name })}
      onClick={() => make.mutate()}
    >
      <UsersRound className="icon-s" aria-hidden="true" />
      {t(make.isSuccess ? 'scores.isSegment' : 'scores.makeSegment')}
    </Button>
  )
}
