import { readBlocks } from '@relance/core/mail/mail-block'
import type { Language } from '@relance/core/words/language'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { MailLanguage, MailTemplate } from '../api/content-types'
import { mailFieldsQuery } from '../api/messages'
import type { ContactRef } from '../api/types'
import { Page } from '../app/page'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import { CodeView } from './code-view'
import styles from './mail.module.css'
import { MailChecks } from './mail-checks'
import { faultOf } from './mail-fault'
import { MailHead } from './mail-head'
import { type MailLook, MailLooks } from './mail-looks'
import { MailTools } from './mail-tools'
import { starterMail } from './starter-mail'
import { TextPart } from './text-part'
import { useDraftMail } from './use-draft-mail'
import { useMailHistory } from './use-mail-history'
import { useSaveMail } from './use-save-mail'
import { useSendTest } from './use-send-test'
import { useUndoKeys } from './use-undo-keys'
import { MailVersions } from './versions/mail-versions'
import { VisualView } from './visual/visual-view'

const NO_FIELDS: never[] = []

/** The last block that begins on or before a line, or null where the source cannot be read as blocks. */
function blockOnLine(mjml: string, line: number): number | null {
  const end = mjml.split('\n').slice(0, line).join('\n').length
  try {
    return readBlocks(mjml).findLast(({ element }) => element.from < end)?.id ?? null
  } catch {
    return null
  }
}

/** A mail being written: one source in each language, two views of it, nothing lost between them. */
export function MailEditor({ mail }: { mail: MailTemplate }) {
  const { t, language: reader } = useWords()
  const [name, setName] = useState(mail.name)
  const history = useMailHistory(mail.languages)
  const [language, setLanguage] = useState<Language>(
    mail.languages[reader] ? reader : mail.languages.en ? 'en' : 'fr',
  )
  const [look, setLook] = useState<MailLook>({ view: 'visual', theme: 'light', screen: 'screen' })
  const [customer, setCustomer] = useState<ContactRef | null>(null)
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const [shownLine, setShownLine] = useState<{ line: number } | null>(null)
  const [versionsOpen, setVersionsOpen] = useState(false)
  const { texts, change } = history
  const source = texts[language]
  useUndoKeys(history)
  const save = useSaveMail(mail.id)
  const test = useSendTest(mail.id, language, customer?.id)
  const draft = useDraftMail(mail.id, language, source, customer?.id)
  const { data: known } = useQuery(mailFieldsQuery(language, customer?.id, reader))
  const fields = known?.items ?? NO_FIELDS
  const setSource = useCallback(
    (part: Partial<MailLanguage>, about?: string) =>
      source && change({ ...texts, [language]: { ...source, ...part } }, about ?? null),
    [source, texts, language, change],
  )
  const isSaved = name === mail.name && JSON.stringify(texts) === JSON.stringify(mail.languages)
  const showLine = (line: number) => {
    const blockId = look.view === 'visual' && source ? blockOnLine(source.mjml, line) : null
    if (blockId !== null) return setSelectedId(blockId)
    setLook({ ...look, view: 'code' })
    setShownLine({ line })
  }
  const checks = <MailChecks draft={draft.error ? undefined : draft.data} onShow={showLine} />
  return (
    <Page
      full
      crumb={{ to: '/messages', label: t('nav.messages'), here: mail.name }}
      tools={
        <MailTools
          {...{ history, isSaved }}
          onSave={() => save.mutate({ name, texts })}
          isSaving={save.isPending}
          onTest={source && !test.isPending ? () => test.mutate(source) : null}
        />
      }
    >
      <MailHead
        {...{ name, language, look }}
        onName={setName}
        onLanguage={(next) => {
          setLanguage(next)
          setSelectedId(null)
        }}
        onLook={setLook}
      >
        <MailLooks {...{ look, customer }} onLook={setLook} onCustomer={setCustomer} />
        <Button size="small" look="ghost" onClick={() => setVersionsOpen(true)}>
          {t('mailEditor.versions')}
        </Button>
      </MailHead>
      <MailVersions
        mailId={mail.id}
        version={mail.version}
        texts={texts}
        open={versionsOpen}
        onClose={() => setVersionsOpen(false)}
        onTakeBack={(old) => change(old)}
      />
      {!source && (
        <div className={styles.missing}>
          <p>{t('mail.noLanguage')}</p>
          <Button
            onClick={() =>
              change({ ...texts, [language]: Object.values(texts)[0] ?? starterMail(language) })
            }
          >
            {t('mail.addLanguage')}
          </Button>
        </div>
      )}
      {source && look.screen === 'text' && (
        <TextPart source={source} draft={draft.data} onChange={setSource} />
      )}
      {source && look.screen !== 'text' && look.view === 'visual' && (
        <VisualView
          key={language}
          {...{ source, language, fields, selectedId, checks }}
          draft={draft.error ? undefined : draft.data}
          good={draft.good}
          fault={faultOf(draft.error)}
          theme={look.theme}
          isPhone={look.screen === 'phone'}
          onSelect={setSelectedId}
          onChange={setSource}
          onCode={(line) => {
            setLook({ ...look, view: 'code' })
            setShownLine({ line })
          }}
        />
      )}
      {source && look.screen !== 'text' && look.view === 'code' && (
        <CodeView
          key={language}
          {...{ source, look, fields, checks }}
          draft={draft.error ? undefined : draft.data}
          good={draft.good}
          fault={faultOf(draft.error ?? save.error)}
          shown={shownLine}
          onChange={setSource}
        />
      )}
    </Page>
  )
}
