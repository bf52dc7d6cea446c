import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { type Compares, saveCheck, savedChecksQuery } from '../../api/saved-checks'
import type { Tried, TriedPath } from '../../api/try'
import { DrawersOnly } from '../../app/drawers-only'
import { nameOfContact } from '../../customers/name-of-contact'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import fields from '../../ui/field.module.css'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import styles from './saved-checks.module.css'

/** Keeps the path that is shown as what is expected from now on, under a name. */
export function SaveCheck({ tried, path }: { tried: Tried; path: TriedPath }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <DrawersOnly>
      <Button onClick={() => setOpen(true)}>
        <ListChecks className="icon-s" aria-hidden="true" />
        {t('checks.save')}
      </Button>
      {isOpen && <SaveDialog tried={tried} path={path} close={() => setOpen(false)} />}
    </DrawersOnly>
  )
}

const ways: Compares[] = ['end', 'path']

function SaveDialog({ tried, path, close }: { tried: Tried; path: TriedPath; close: () => void }) {
  const { t } = useWords()
  const { flow } = useSession()
  const content = useContent((each) => each)
  const client = useQueryClient()
  const end = path.end?.words ?? path.refused?.words ?? t('checks.noEnd')
  const who = nameOfContact(path.contact, t('customer.nameless'))
  const [name, setName] = useState(t('checks.nameOf', { who, end: end.replace(/\.$/, '') }))
  const [compares, setCompares] = useState<Compares>('end')
  const save = useMutation({
    mutationFn: () => saveCheck(flow.id, content, tried, { name: name.trim(), compares }),
    onSuccess: async () => {
      close()
      toast.success(t('checks.saved'))
      await client.invalidateQueries({ queryKey: savedChecksQuery(flow.id).queryKey })
    },
  })
  return (
    <Dialog
      open
      width={460}
      onClose={close}
      title={t('checks.saveTitle')}
      about={t('checks.saveAbout', { end })}
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={name.trim() === '' || save.isPending}
            onClick={() => save.mutate()}
          >
            {t('checks.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <label>
          {t('checks.name')}
          <input
            className={fields.field}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <fieldset>
          <legend>{t('checks.compares')}</legend>
          {ways.map((each) => (
            <label key={each} className={styles.way}>
              <input
                type="radio"
                name="compares"
                checked={compares === each}
                onChange={() => setCompares(each)}
              />
              <span>{t(each === 'end' ? 'checks.byEnd' : 'checks.byPath')}</span>
            </label>
          ))}
        </fieldset>
        {save.error && <p role="alert">{messageOfError(save.error)}</p>}
      </div>
    </Dialog>
  )
}
