import { AppError } from '@relance/core/error/app-error'
import { mailFaultInFrench } from '@relance/core/mail/fault-words'
import { readBlocks } from '@relance/core/mail/mail-block'
import { readMjml } from '@relance/core/mail/read-mjml'
import type { Language } from '@relance/core/words/language'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { DraftMail, MailField, MailLanguage } from '../../api/content-types'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { BrokenPreview, SourceText } from '../broken-preview'
import type { MailFault } from '../mail-fault'
import type { GoodMail } from '../use-draft-mail'
import { blockActs } from './block-acts'
import { BlockInspector } from './block-inspector'
import { BlockList } from './block-list'
import { DataList } from './data-list'
import { drawnButton } from './drawn-look'
import { MailStage } from './mail-stage'
import { Palette } from './palette'
import stage from './stage.module.css'
import { drawnIds, type MailTheme } from './stage-document'
import { SubjectCard } from './subject-card'
import { useMailFrame } from './use-mail-frame'
import styles from './visual.module.css'

/** The mail as blocks, or where its source cannot be read as blocks. */
function read(mjml: string) {
  try {
    return { blocks: readBlocks(mjml), roots: readMjml(mjml), fault: null }
  } catch (error) {
    const { message, details } = AppError.from(error)
    return { blocks: [], roots: [], fault: { message, line: Number(details.line ?? 1) } }
  }
}

/** A mail edited as blocks on the mail itself. All it does is change the source, where the block stands. */
export function VisualView({
  source,
  draft,
  good,
  fault: refused,
  language,
  fields,
  theme,
  isPhone,
  selectedId,
  onSelect,
  onChange,
  onCode,
  checks,
}: {
  source: MailLanguage
  draft: DraftMail | undefined
  /** The last one that could be made. */
  good: GoodMail | null
  /** Why the server cannot make a mail of it; null where it can. */
  fault: MailFault | null
  language: Language
  fields: readonly MailField[]
  theme: MailTheme
  isPhone: boolean
  selectedId: number | null
  onSelect: (id: number | null) => void
  onChange: (change: Partial<MailLanguage>, about?: string) => void
  onCode: (line: number) => void
  checks: ReactNode
}) {
  const { t, language: reader } = useWords()
  const { mjml } = source
  const { blocks, roots, fault } = useMemo(() => read(mjml), [mjml])
  const aside = useRef<HTMLElement>(null)
  const change = useCallback(
    (next: string, about?: string) => onChange({ mjml: next }, about && `${language} ${about}`),
    [onChange, language],
  )
  const acts = useMemo(
    () => blockActs(mjml, blocks, change, onSelect),
    [mjml, blocks, change, onSelect],
  )
  const html = (draft ?? good?.draft)?.html
  const frameOf = useMailFrame(html, theme)
  const { shown } = frameOf
  const selected = selectedId === null ? null : (blocks[selectedId] ?? null)
  const shownIds = useMemo(() => (shown ? drawnIds(shown.document) : null), [shown])
  const lineOf = (offset: number) => mjml.slice(0, offset).split('\n').length
  const edit = () => aside.current?.querySelector<HTMLElement>('.cm-content, input')?.focus()
  if (fault)
    return (
      <div className={styles.fault}>
        <p role="alert">
          {t('mailEditor.notAsBlocks', {
            ...fault,
            message: reader === 'fr' ? mailFaultInFrench(fault.message) : fault.message,
          })}
        </p>
        <Button size="small" onClick={() => onCode(fault.line)}>
          {t('mail.toLine', { line: fault.line })}
        </Button>
        <SourceText source={source} />
      </div>
    )
  return (
    <div className={styles.view}>
      <aside className={styles.left}>
        <Palette language={language} onAdd={(snippet) => acts.add(snippet, selected)} />
        <BlockList
          {...{ mjml, blocks, fields, selected, shownIds, acts, onSelect }}
          onEdit={edit}
        />
        <DataList fields={fields} />
      </aside>
      <div className={stage.stage}>
        <SubjectCard
          source={source}
          fields={fields}
          onChange={(part, about) => onChange(part, `${language} ${about}`)}
        />
        {refused && (
          <div className={styles.refused}>
            <p role="alert">
              {refused.line
                ? t('mail.errorAt', { ...refused, line: refused.line })
                : refused.message}
            </p>
            {refused.line && (
              <Button size="small" onClick={() => onCode(refused.line ?? 1)}>
                {t('mail.toLine', { line: refused.line })}
              </Button>
            )}
            <BrokenPreview {...{ source, good }} />
          </div>
        )}
        <MailStage {...{ mjml, html, frameOf, isPhone, blocks, selected, acts, onSelect }} />
      </div>
      <aside ref={aside} className={styles.right} data-chosen={selected !== null}>
        {selected ? (
          <BlockInspector
            {...{ mjml, roots, fields, acts, language }}
            block={selected}
            look={
              shown && selected.element.name === 'mj-button'
                ? drawnButton(shown.document, selected.id)
                : null
            }
            onClose={() => onSelect(null)}
            onCode={() => onCode(lineOf(selected.element.from))}
          />
        ) : (
          <p className={styles.nothing}>{t('mailEditor.nothingChosen')}</p>
        )}
        {checks}
      </aside>
    </div>
  )
}
