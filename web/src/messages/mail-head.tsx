import { type Language, languages } from '@relance/core/words/language'
import type { ReactNode } from 'react'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import styles from './mail.module.css'
import type { MailLook } from './mail-looks'

/** The mail's name, the language written in, and which of the two views of its source is open. */
export function MailHead({
  name,
  language,
  look,
  onName,
  onLanguage,
  onLook,
  children,
}: {
  name: string
  language: Language
  look: MailLook
  onName: (name: string) => void
  onLanguage: (language: Language) => void
  onLook: (look: MailLook) => void
  /** Further acts on the mail. */
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <div className={styles.head}>
      <input
        className={styles.name}
        aria-label={t('mail.name')}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      {children}
      <Tabs
        label={t('mail.language')}
        value={language}
        onChange={onLanguage}
        choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Tabs
        label={t('mailEditor.view')}
        value={look.view}
        onChange={(view) =>
          onLook({ ...look, view, screen: look.screen === 'text' ? 'screen' : look.screen })
        }
        choices={[
          { value: 'visual', label: t('mailEditor.visual') },
          { value: 'code', label: t('mailEditor.code') },
        ]}
      />
    </div>
  )
}
