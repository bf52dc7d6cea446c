import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import type { MailLanguage } from '../api/content-types'
import { sendMailTest } from '../api/messages'
import { useWords } from '../words/use-words'

/** Sends the mail as it stands to whoever is signed in, and says where it went. */
export function useSendTest(mailId: string, locale: string, contactId: string | undefined) {
  const { t } = useWords()
  return useMutation({
    mutationFn: (draft: MailLanguage) => sendMailTest(mailId, { locale, draft, contactId }),
    onSuccess: ({ sentTo }) => toast.success(t('mailEditor.testSent', { address: sentTo })),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
}
