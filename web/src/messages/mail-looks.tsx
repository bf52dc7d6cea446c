import { Monitor, Moon, Smartphone, Sun, Text } from 'lucide-react'
import type { ContactRef } from '../api/types'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import { CustomerChoice } from './customer-choice'

/** How the mail is written and looked at. */
export interface MailLook {
  view: 'visual' | 'code'
  theme: 'light' | 'dark'
  screen: 'screen' | 'phone' | 'text'
}

/** For whom and on what the mail is seen. */
export function MailLooks({
  look,
  customer,
  onLook,
  onCustomer,
}: {
  look: MailLook
  customer: ContactRef | null
  onLook: (look: MailLook) => void
  onCustomer: (customer: ContactRef | null) => void
}) {
  const { t } = useWords()
  return (
    <>
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
    </>
  )
}
