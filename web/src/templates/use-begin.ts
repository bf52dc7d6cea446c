import type { BrandKit } from '@relance/core/brand/brand-kit'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { brandQuery, saveBrand } from '../api/brand'
import { createFlow, flowsQuery } from '../api/flows'
import { queryClient } from '../api/query-client'
import { type SenderSettings, saidOf } from '../api/sender'
import { saveWorkspace, workspaceQuery } from '../api/workspace'
import { useWords } from '../words/use-words'

interface Answers {
  /** Undefined where nothing is to be kept; so for `kit`. */
  sender: SenderSettings | undefined
  kit: BrandKit | undefined
  /** What the shop calls events, by their own names. */
  events: Record<string, string>
}

/** Keeps what was said, makes the scenario, and opens it. What was kept stays if the scenario cannot be made. */
export function useBegin(workspaceId: string, template: string) {
  const { language } = useWords()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async ({ sender, kit, events }: Answers) => {
      if (sender) {
        await saveWorkspace(workspaceId, { sender: saidOf(sender) })
        await queryClient.invalidateQueries({ queryKey: workspaceQuery(workspaceId).queryKey })
      }
      if (kit) queryClient.setQueryData(brandQuery().queryKey, await saveBrand(kit))
      return createFlow({ template, locale: language, events })
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: flowsQuery().queryKey })
      await navigate({ to: '/scenarios/$flowId', params: { flowId: id } })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
}
