import { attributeOf } from '@relance/core/mail/inherited-attribute'
import type { MailBlock } from '@relance/core/mail/mail-block'
import type { Language } from '@relance/core/words/language'
import { useQuery } from '@tanstack/react-query'
import { sharedBlocksQuery } from '../../api/mail-blocks'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import styles from '../visual/visual.module.css'

/** A shared block where a mail names it: where else it is used, and how to make it this mail's own. */
export function SharedFields({
  block,
  language,
  onDetach,
}: {
  block: MailBlock
  language: Language
  /** Gets the MJML the reference stands for. */
  onDetach: (mjml: string) => void
}) {
  const { t } = useWords()
  const { data } = useQuery(sharedBlocksQuery())
  const key = attributeOf(block.element, 'key')
  const shared = data?.items.find((each) => each.key === key)
  if (!shared)
    return <p className={styles.hint}>{t('mailEditor.sharedGone', { key: key ?? '' })}</p>
  const { languages, name, usedBy } = shared
  const mjml = languages[language] ?? languages.en ?? languages.fr ?? ''
  return (
    <>
      <p className={styles.news}>
        <b>{name}</b>: {t('mailEditor.usedIn', { n: usedBy.length })}{' '}
        {usedBy.map((mail) => mail.name).join(', ')}
      </p>
      <p className={styles.hint}>{t('mailEditor.detachHelp')}</p>
      <Button size="small" onClick={() => onDetach(mjml)}>
        {t('mailEditor.detach')}
      </Button>
    </>
  )
}
