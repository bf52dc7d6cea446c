import { useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import dialog from '../ui/dialog.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { type FileKind, guessMapping, importFields, readHeader } from './guess-mapping'
import styles from './imports.module.css'
import { PreviewTable } from './preview-table'

/** What usually becomes of a row about something known. */
const usual: Record<FileKind, 'update' | 'skip'> = {
  contacts: 'update',
  products: 'update',
  orders: 'skip',
  events: 'skip',
}

/** Which column is what; what can be guessed from the names is filled in. */
export function MappingDialog({
  kind,
  file,
  close,
  onStart,
  pending,
}: {
  kind: FileKind
  file: File
  close: () => void
  onStart: (form: FormData) => void
  pending: boolean
}) {
  const { t } = useWords()
  const [columns, setColumns] = useState<string[]>([])
  const [mapping, setMapping] = useState<Record<string, string>>({})
  useEffect(() => {
    void readHeader(file).then((names) => {
      setColumns(names)
      setMapping(guessMapping(kind, names))
    })
  }, [file, kind])
  const [onDuplicate, setOnDuplicate] = useState<string>(usual[kind])
  const start = () => {
    const form = new FormData()
    form.set('kind', kind)
    form.set('mapping', JSON.stringify(mapping))
    form.set('onDuplicate', onDuplicate)
    form.set('file', file)
    onStart(form)
  }
  const choices = [
    { value: '', label: t('imports.leaveOut') },
    ...columns.map((column) => ({ value: column, label: column })),
  ]
  const required = importFields[kind].filter((field) => field.required)
  const named = kind === 'products' || Boolean(mapping.externalId || mapping.email)
  const ready = named && required.every((field) => mapping[field.field])
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button look="primary" disabled={!ready || pending} onClick={start}>
        {t('imports.start')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      width={760}
      title={t('imports.mapping')}
      about={file.name}
      onClose={close}
      footer={footer}
    >
      <div className={dialog.pad}>
        {importFields[kind].map(({ field }) => (
          <div key={field} className={styles.map}>
            <span>{t(`import.${field}`)}</span>
            <Select
              look="field"
              label={t(`import.${field}`)}
              value={mapping[field] ?? ''}
              choices={choices}
              onChange={(column) =>
                setMapping(
                  Object.fromEntries(
                    Object.entries({ ...mapping, [field]: column }).filter(([, value]) => value),
                  ),
                )
              }
            />
          </div>
        ))}
        {kind !== 'events' && (
          <div className={styles.map}>
            <span>{t('imports.known')}</span>
            <Select
              look="field"
              label={t('imports.known')}
              value={onDuplicate}
              choices={[
                { value: 'update', label: t('imports.update') },
                { value: 'skip', label: t('imports.skip') },
              ]}
              onChange={setOnDuplicate}
            />
          </div>
        )}
        {ready && <PreviewTable kind={kind} file={file} mapping={mapping} />}
      </div>
    </Dialog>
  )
}
