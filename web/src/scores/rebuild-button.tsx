import { useMutation, useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { type Rebuild, rebuildQuery, scoresQuery, startRebuild } from '../api/scores'
import { mayDrawIn, useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'

const isOver = (rebuild: Rebuild | undefined) =>
  rebuild?.state === 'done' || rebuild?.state === 'failed'

/** Scores everybody anew, and shows the figures once that is done. */
export function RebuildButton() {
  const { t } = useWords()
  const start = useMutation({
    mutationFn: startRebuild,
    onError: (error) => toast.error(messageOfError(error)),
  })
  const id = start.data?.id
  const { data } = useQuery({
    ...rebuildQuery(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: (query) => (isOver(query.state.data) ? false : 500),
  })
  const state = data?.state
  useEffect(() => {
    if (state === 'done') void queryClient.invalidateQueries({ queryKey: scoresQuery().queryKey })
    if (state === 'failed') toast.error(t('scores.rebuildFailed'))
  }, [state, t])
  const mayDraw = mayDrawIn(useWorkspace())
  if (!mayDraw) return null
  const isRunning = start.isPending || (id !== undefined && !isOver(data))
  return (
    <Button disabled={isRunning} aria-busy={isRunning} onClick={() => start.mutate()}>
      <RefreshCw className="icon-s" aria-hidden="true" />
      {t(isRunning ? 'scores.rebuilding' : 'scores.rebuild')}
    </Button>
  )
}
