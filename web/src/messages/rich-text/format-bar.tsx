import type { EditorView } from '@codemirror/view'
import { mailLinks } from '@relance/core/mail/mail-fields'
import { Bold, Italic, Link2, Link2Off } from 'lucide-react'
import { IconButton } from '../../ui/button'
import { FullMenu } from '../../ui/full-menu'
import { useWords } from '../../words/use-words'
import styles from './rich-text.module.css'
import { pairAround, unwrap, wrap } from './wrap-selection'

/** Bold, italic and links for what is selected in a text. */
export function FormatBar({ view }: { view: EditorView }) {
  const { t, say } = useWords()
  const toggle = (names: string[], open: string, close: string) => {
    const pair = pairAround(view, names)
    if (pair) unwrap(view, pair)
    else wrap(view, open, close)
  }
  return (
    <fieldset className={styles.tools} aria-label={t('mailEditor.words')}>
      <IconButton
        label={t('mailEditor.bold')}
        onClick={() => toggle(['b', 'strong'], '<b>', '</b>')}
      >
        <Bold className="icon-s" aria-hidden="true" />
      </IconButton>
      <IconButton label={t('mailEditor.italic')} onClick={() => toggle(['i', 'em'], '<i>', '</i>')}>
        <Italic className="icon-s" aria-hidden="true" />
      </IconButton>
      <FullMenu
        align="start"
        trigger={
          <IconButton label={t('mailEditor.link')}>
            <Link2 className="icon-s" aria-hidden="true" />
          </IconButton>
        }
        items={mailLinks.map(({ href, words }) => ({
          label: say(words),
          onSelect: () => wrap(view, `<a href="${href}">`, '</a>'),
        }))}
      />
      <IconButton
        label={t('mailEditor.unlink')}
        onClick={() => {
          const pair = pairAround(view, ['a'])
          if (pair) unwrap(view, pair)
        }}
      >
        <Link2Off className="icon-s" aria-hidden="true" />
      </IconButton>
    </fieldset>
  )
}
