import { changedBlocks } from '@relance/core/mail/changed-blocks'
import type { MailBlock } from '@relance/core/mail/mail-block'
import { languages } from '@relance/core/words/language'
import { useWords } from '../../words/use-words'
import type { MailTexts } from '../use-mail-history'
import { useBlockWords } from '../visual/use-block-words'
import styles from './versions.module.css'

/** What has changed from a version to what is written now: subjects, and blocks as they were and as they are. */
export function VersionDifference({ before, now }: { before: MailTexts | null; now: MailTexts }) {
  const { t } = useWords()
  if (!before) return <p className={styles.difference}>{t('mailEditor.notKept')}</p>
  const parts = languages.filter((each) => before[each] || now[each])
  const same = parts.every((each) => JSON.stringify(before[each]) === JSON.stringify(now[each]))
  return (
    <div className={styles.difference}>
      {same && <p>{t('mailEditor.noDifference')}</p>}
      {!same &&
        parts.map((each) => (
          <LanguageDifference
            key={each}
            before={before[each]}
            now={now[each]}
            name={t(`language.${each}`)}
          />
        ))}
    </div>
  )
}

type Text = MailTexts[string] | undefined

function compared(before: string, now: string) {
  try {
    return changedBlocks(before, now)
  } catch {
    return null
  }
}

function LanguageDifference({ before, now, name }: { before: Text; now: Text; name: string }) {
  const { t } = useWords()
  const describeOld = useBlockWords(before?.mjml ?? '')
  const describeNew = useBlockWords(now?.mjml ?? '')
  const changes = compared(before?.mjml ?? '<mjml/>', now?.mjml ?? '<mjml/>')
  const line = (block: MailBlock | null, describe: typeof describeOld) => {
    if (!block) return null
    const { name: kind, said } = describe(block)
    return said ? t('mailEditor.blockSaid', { kind, said }) : kind
  }
  const lines = [
    { key: 'subject', label: t('mail.subject'), was: before?.subject, is: now?.subject },
    { key: 'preheader', label: t('mail.preheader'), was: before?.preheader, is: now?.preheader },
    { key: 'text', label: t('mail.text'), was: before?.text ?? '', is: now?.text ?? '' },
  ].filter(({ was, is }) => was !== is)
  if (lines.length === 0 && changes?.length === 0 && before?.mjml === now?.mjml) return null
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {lines.map(({ key, label, was, is }) => (
        <Change key={key} label={label} was={was ?? null} is={is ?? null} />
      ))}
      {changes?.map(({ kind, before: was, after: is }) => (
        <Change
          key={`${was?.id} ${is?.id}`}
          label={t(`mailEditor.change.${kind}`)}
          was={line(was, describeOld)}
          is={line(is, describeNew)}
        />
      ))}
      {changes?.length === 0 && before?.mjml !== now?.mjml && <p>{t('mailEditor.onlyHead')}</p>}
      {changes === null && <p>{t('mailEditor.notComparable')}</p>}
    </section>
  )
}

function Change({ label, was, is }: { label: string; was: string | null; is: string | null }) {
  return (
    <div className={styles.change}>
      <span className={styles.changeLabel}>{label}</span>
      {was !== null && <del>{was}</del>}
      {is !== null && <ins>{is}</ins>}
    </div>
  )
}
