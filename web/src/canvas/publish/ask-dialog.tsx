import { useState } from 'react'
import { askToPublish } from '../../api/publish-requests'
import type { PublishPreview } from '../../api/types'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { BlockedBlock } from './blocked-block'
import { ChangesBlock } from './changes-block'
import { NoteField } from './note-field'
import styles from './publish.module.css'
import { useAnswer } from './use-answer'

/** For whoever draws but does not publish: what changes, a word to publishers, then Ask. */
export function AskDialog({ preview, close }: { preview: PublishPreview; close: () => void }) {
  const { t } = useWords()
  const { flow } = useSession()
  const [note, setNote] = useState('')
  const ask = useAnswer(
    () => askToPublish(flow.id, { revision: preview.revision, note }),
    t('asked.done'),
  )
  const blocks = preview.problems.filter(({ severity }) => severity === 'fix')
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look="primary"
        disabled={blocks.length > 0 || ask.isPending}
        onClick={() => ask.mutate(undefined)}
      >
        {t('asked.button')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      width={680}
      onClose={close}
      title={t('asked.button')}
      about={t('asked.about', { name: flow.name })}
      footer={footer}
    >
      {blocks.length > 0 && <BlockedBlock problems={blocks} close={close} />}
      <ChangesBlock preview={preview} />
      {preview.inside > 0 && (
        <section className={styles.section}>
          <p className={styles.quiet}>{t('asked.inside', { n: preview.inside })}</p>
        </section>
      )}
      <NoteField
        label={t('asked.note')}
        help={t('asked.noteHelp')}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  )
}
