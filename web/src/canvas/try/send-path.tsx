import { useMutation } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { mailPath, type Tried } from '../../api/try'
import { DrawersOnly } from '../../app/drawers-only'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'

/** Sends the mails of the lit path to whoever presses it: a button of its own, as nothing else here sends. */
export function SendPath({ tried }: { tried: Tried }) {
  const { t } = useWords()
  const { flow } = useSession()
  const content = useContent((each) => each)
  const send = useMutation({
    mutationFn: () => mailPath(flow.id, content, tried),
    onSuccess: ({ sent, to }) => toast(t('try.sentMe', { n: sent, to })),
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <DrawersOnly>
      <Button disabled={send.isPending} onClick={() => send.mutate()}>
        <Send className="icon-s" aria-hidden="true" />
        {t('try.sendMe')}
      </Button>
    </DrawersOnly>
  )
}
