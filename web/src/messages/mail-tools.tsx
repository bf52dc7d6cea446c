import { Monitor, Moon, Redo2, Send, Smartphone, Sun, Text, Undo2 } from 'lucide-react'
import type { ContactRef } from '../api/types'
import { Button, IconButton } from '../ui/button'
import { Chip } from '../ui/chip'
import { useWords } from '../words/use-words'
import { CustomerChoice } from './customer-choice'
import styles from './mail.module.css'
import { Tabs } from './tabs'
import type { MailHistory } from './use-mail-history'

/** How the mail is written and looked at. */
export interface MailLook {
  view: 'visual' | 'code'
  theme: 'light' | 'dark'
  screen: 'screen' | 'phone' | 'text'
}

/** For whom and on what the mail is seen, undo and redo, and saving. */
export function MailTools({
  look,
  customer,
  history,
  isSaved,
  isSaving,
  onLook,
  onCustomer,
  onSave,
  onTest,
}: {
  look: MailLook
  customer: ContactRef | null
  history: MailHistory
  isSaved: boolean
  isSaving: boolean
  onLook: (look: MailLook) => void
  onCustomer: (customer: ContactRef | null) => void
  onSave: () => void
  /** Sends a test; null while there is nothing to send. */
  onTest: (() => void) | null
}) {
  const { t } = useWords()
  return (
    <div className={styles.tools}>
      <Chip small tone={isSaved ? 'outline' : 'info'}>
        {t(isSaved ? 'mailEditor.saved' : 'mailEditor.unsaved')}
      </Chip>
      <CustomerChoice chosen={customer} onChoose={onCustomer} />
      <Tabs
        label={t('mail.look')}
        value={look.screen}
        onChange={(screen) => onLook({ ...look, screen })}
        choices={[
          { value: 'screen', name: t('mail.screen'), label: <Monitor className="icon-s" /> },
          { value: 'phone', name: t('mail.phone'), label: <Smartphone className="icon-s" /> },
          { value: 'text', name: t('mail.text'), label: <Text className="icon-s" /> },
        ]}
      />
      <Tabs
        label={t('mailEditor.theme')}
        value={look.theme}
        onChange={(theme) => onLook({ ...look, theme })}
        choices={[
          { value: 'light', name: t('mailEditor.light'), label: <Sun className="icon-s" /> },
          { value: 'dark', name: t('mailEditor.dark'), label: <Moon className="icon-s" /> },
        ]}
      />
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
