import { Redo2, Send, Undo2 } from 'lucide-react'
import { OnlyLooks } from '../app/drawn-form'
import { mayDrawIn, useWorkspace } from '../app/use-workspace'
import { Button, IconButton } from '../ui/button'
import { Chip } from '../ui/chip'
import { useWords } from '../words/use-words'
import styles from './mail.module.css'
import type { MailHistory } from './use-mail-history'

/** What is done with a mail: undo and redo, a test of it, saving. */
export function MailTools({
  history,
  isSaved,
  isSaving,
  onSave,
  onTest,
}: {
  history: MailHistory
  isSaved: boolean
  isSaving: boolean
  onSave: () => void
  /** Sends a test; null while there is nothing to send. */
  onTest: (() => void) | null
}) {
  const { t } = useWords()
  if (!mayDrawIn(useWorkspace())) return <OnlyLooks />
  return (
    <div className={styles.tools}>
      <Chip small tone={isSaved ? 'outline' : 'info'}>
        {t(isSaved ? 'mailEditor.saved' : 'mailEditor.unsaved')}
      </Chip>
      <IconButton
        label={t('mailEditor.undo')}
        disabled={!history.canUndo}
        onClick={() => history.undo()}
      >
        <Undo2 className="icon-s" aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('mailEditor.redo')}
        disabled={!history.canRedo}
        onClick={() => history.redo()}
      >
        <Redo2 className="icon-s" aria-hidden="true" />
      </IconButton>
      <Button disabled={!onTest} onClick={() => onTest?.()}>
        <Send className="icon-s" aria-hidden="true" />
        {t('mailEditor.sendTest')}
      </Button>
      <Button look="primary" disabled={isSaving} onClick={onSave}>
        {t('mail.save')}
      </Button>
    </div>
  )
}
