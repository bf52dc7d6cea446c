import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { staleFacts } from '../api/flows'
import { mailTemplateQuery, mailTemplatesQuery, saveMailTemplate } from '../api/messages'
import { queryClient } from '../api/query-client'
import { useWords } from '../words/use-words'
import type { MailTexts } from './use-mail-history'

/** Saves a mail as its next version, and says so. */
export function useSaveMail(mailId: string) {
  const { t } = useWords()
  return useMutation({
    mutationFn: ({ name, texts }: { name: string; texts: MailTexts }) =>
      saveMailTemplate(mailId, name, texts),
    onSuccess: async (saved) => {
      toast.success(t('mail.saved', { version: saved.version }))
      queryClient.setQueryData(mailTemplateQuery(mailId).queryKey, saved)
      await queryClient.invalidateQueries({ queryKey: mailTemplatesQuery().queryKey })
      await queryClient.invalidateQueries(staleFacts)
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
}
