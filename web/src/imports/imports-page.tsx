import { useMutation, useQuery } from '@tanstack/react-query'
import { Activity, FileSpreadsheet, Package, ShoppingBag, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import type { Import } from '../api/content-types'
import { queryClient } from '../api/query-client'
import { importsQuery, sampleForm, startImport } from '../api/workspace'
import { DrawnForm } from '../app/drawn-form'
import { Page, PageHead } from '../app/page'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import type { FileKind } from './guess-mapping'
import { ImportRow } from './import-row'
import styles from './imports.module.css'
import { MappingDialog } from './mapping-dialog'

const choices = [
  { kind: 'contacts', icon: UsersRound },
  { kind: 'orders', icon: ShoppingBag },
  { kind: 'products', icon: Package },
  { kind: 'events', icon: Activity },
  { kind: 'cdnow', icon: FileSpreadsheet },
] as const

/** Bringing customers and orders in, with progress and what was refused. */
export function ImportsPage() {
  const { t } = useWords()
  const { data } = useQuery({ ...importsQuery(), retry: false })
  const [started, setStarted] = useState<string[]>([])
  const [file, setFile] = useState<{ kind: FileKind; file: File } | null>(null)
  const start = useMutation({
    mutationFn: startImport,
    onSuccess: async ({ id }) => {
      setStarted((ids) => [id, ...ids])
      setFile(null)
      await queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const listed = data?.items ?? []
  const ids = [...new Set([...started, ...listed.map((each: Import) => each.id)])]
  return (
    <Page>
      <PageHead title={t('nav.imports')} about={t('imports.about')} />
      <DrawnForm>
        <div className={styles.choices}>
          {choices.map(({ kind, icon: Icon }) => {
            const inner = (
              <>
                <Icon className="icon" aria-hidden="true" />
                <b>{t(`imports.${kind}`)}</b>
                <small>{t(`imports.${kind}About`)}</small>
              </>
            )
            if (kind === 'cdnow')
              return (
                <button
                  key={kind}
                  type="button"
                  className={`${panel.panel} ${styles.choice}`}
                  disabled={start.isPending}
                  onClick={() => start.mutate(sampleForm())}
                >
                  {inner}
                </button>
              )
            return (
              <label key={kind} className={`${panel.panel} ${styles.choice}`}>
                {inner}
                <input
                  type="file"
                  accept=".csv,text/csv,text/plain"
                  className="sr-only"
                  aria-label={t(`imports.${kind}`)}
                  onChange={(event) => {
                    const [chosen] = event.target.files ?? []
                    if (chosen) setFile({ kind, file: chosen })
                    event.target.value = ''
                  }}
                />
              </label>
            )
          })}
        </div>
      </DrawnForm>
      {ids.length > 0 && <h2 className={styles.title}>{t('imports.list')}</h2>}
      {ids.map((id) => (
        <ImportRow key={id} id={id} />
      ))}
      {file && (
        <MappingDialog
          kind={file.kind}
          file={file.file}
          close={() => setFile(null)}
          pending={start.isPending}
          onStart={(form) => start.mutate(form)}
        />
      )}
    </Page>
  )
}
