import { useQuery } from '@tanstack/react-query'
import { messageOfError } from '../api/api-error'
import { previewImport } from '../api/workspace'
import { WideTable } from '../ui/wide-table'
import { useWords } from '../words/use-words'
import type { FileKind } from './guess-mapping'
import styles from './imports.module.css'

/** As much of a file as the server looks at. */
const BEGINNING_BYTES = 256 * 1024
const SHOWN = 6

/** The first rows as they would be read, and what is wrong with which, before anything is written. */
export function PreviewTable({
  kind,
  file,
  mapping,
}: {
  kind: FileKind
  file: File
  mapping: Record<string, string>
}) {
  const { t, number } = useWords()
  const { data, error } = useQuery({
    queryKey: ['import-preview', kind, file.name, file.lastModified, mapping],
    retry: false,
    queryFn: () => {
      const form = new FormData()
      form.set('kind', kind)
      form.set('mapping', JSON.stringify(mapping))
      form.set('file', file.slice(0, BEGINNING_BYTES), file.name)
      return previewImport(form)
    },
  })
  if (error) return <p className={styles.error}>{messageOfError(error)}</p>
  if (!data || data.rows.length === 0) return null
  const fields = Object.keys(mapping)
  return (
    <>
      <h3 className={styles.title}>{t('imports.preview')}</h3>
      <WideTable name={t('imports.preview')}>
        <table className={`${styles.refusals} ${styles.lines}`}>
          <thead>
            <tr>
              <th>{t('imports.line')}</th>
              {fields.map((field) => (
                <th key={field}>{mapping[field]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.slice(0, SHOWN).map(({ row, cells, problems }) => (
              <tr key={row}>
                <td className="num">{number(row)}</td>
                {fields.map((field) => {
                  const problem = problems.find(({ column }) => column === mapping[field])
                  return (
                    <td key={field} className={problem && styles.bad}>
                      {cells[field] ?? '–'}
                      {problem && <small>{problem.message}</small>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
