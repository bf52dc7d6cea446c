import { referenceTo } from '@relance/core/mail/block-reference'
import { fragmentOf } from '@relance/core/mail/edit/replace-block'
import type { MailBlock } from '@relance/core/mail/mail-block'
import type { Language } from '@relance/core/words/language'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOfError } from '../../api/api-error'
import {
  blocksChanged,
  changeSharedBlock,
  createSharedBlock,
  sharedBlocksQuery,
} from '../../api/mail-blocks'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import fields from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import styles from '../visual/visual.module.css'
import { useBlockNews } from './use-block-news'

const NEW = 'new'

/** Keeps a block for other mails: as a new shared block, or in the place of one there is. */
export function ShareBlock({
  mjml,
  block,
  language,
  onShared,
}: {
  mjml: string
  block: MailBlock
  language: Language
  /** Gets the MJML that names the shared block. */
  onShared: (reference: string) => void
}) {
  const { t } = useWords()
  const newsOf = useBlockNews()
  const { data } = useQuery(sharedBlocksQuery())
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [target, setTarget] = useState(NEW)
  const blocks = data?.items ?? []
  const changed = blocks.find(({ id }) => id === target)
  const share = useMutation({
    mutationFn: () => {
      const written = { [language]: fragmentOf(mjml, block) }
      return changed
        ? changeSharedBlock(changed.id, { ...changed.languages, ...written })
        : createSharedBlock(name, written)
    },
    onSuccess: async ({ key }) => {
      setOpen(false)
      await blocksChanged()
      onShared(referenceTo(key))
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('mailEditor.share')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('mailEditor.share')}
        about={t('mailEditor.shareAbout')}
        footer={
          <Button
            look="primary"
            disabled={share.isPending || (!changed && name.trim() === '')}
            onClick={() => share.mutate()}
          >
            {t(changed ? 'mailEditor.shareChange' : 'mailEditor.shareNew')}
          </Button>
        }
      >
        {blocks.length > 0 && (
          <Labelled label={t('mailEditor.shareAs')}>
            {({ id }) => (
              <Select
                id={id}
                look="field"
                label={t('mailEditor.shareAs')}
                value={target}
                onChange={setTarget}
                choices={[
                  { value: NEW, label: t('mailEditor.shareAsNew') },
                  ...blocks.map((each) => ({ value: each.id, label: each.name })),
                ]}
              />
            )}
          </Labelled>
        )}
        {changed ? (
          newsOf(changed).map((line) => (
            <p key={line} className={styles.news}>
              {line}
            </p>
          ))
        ) : (
          <Labelled label={t('mailEditor.shareName')}>
            {(props) => (
              <input
                {...props}
                className={fields.field}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Labelled>
        )}
        {share.error && (
          <p className={fields.error} role="alert">
            {messageOfError(share.error)}
          </p>
        )}
      </Dialog>
    </>
  )
}
