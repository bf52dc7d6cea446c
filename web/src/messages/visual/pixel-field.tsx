import { useWords } from '../../words/use-words'
import styles from './block-fields.module.css'

/** A size in pixels; empty is as the mail says. Values in other units are left to the code. */
export function PixelField({
  label,
  value,
  inherited,
  onChange,
}: {
  label: string
  value: string | undefined
  inherited: string | undefined
  onChange: (value: string | null) => void
}) {
  const { t } = useWords()
  const pixels = value?.match(/^(\d+)px$/)?.[1] ?? ''
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <span className={styles.pixels}>
        <input
          type="number"
          min={0}
          max={900}
          value={pixels}
          placeholder={(value ?? inherited ?? '').replace(/px$/, '')}
          onChange={(event) => onChange(event.target.value ? `${event.target.value}px` : null)}
        />
        <span aria-hidden="true">{t('mailEditor.px')}</span>
      </span>
    </label>
  )
}
