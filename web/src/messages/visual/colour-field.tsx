import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { brandQuery } from '../../api/brand'
import { useWords } from '../../words/use-words'
import styles from './block-fields.module.css'
import { brandColour } from './brand-colour'

/** Colours of the brand, as Liquid names them. */
const brand = [
  { value: '{{ brand.primary }}', key: 'mailEditor.brandPrimary' },
  { value: '{{ brand.on_primary }}', key: 'mailEditor.brandOnPrimary' },
  { value: '{{ brand.text }}', key: 'mailEditor.brandText' },
  { value: '{{ brand.surface }}', key: 'mailEditor.brandSurface' },
] as const
const HEX = /^#[0-9a-f]{6}$/i

/** A colour out of the brand's, those the mail uses already, or any other; empty is as the mail says. */
export function ColourField({
  label,
  value,
  inherited,
  shown,
  used,
  onChange,
}: {
  label: string
  value: string | undefined
  inherited: string | undefined
  /** As it comes out for the chosen customer, for colours that Liquid says. */
  shown: string | undefined
  used: readonly string[]
  onChange: (value: string | null) => void
}) {
  const { t } = useWords()
  const { data: kit } = useQuery(brandQuery())
  const colourOf = (said: string) => (HEX.test(said) ? said : brandColour(kit?.colours ?? {}, said))
  const current = value ?? inherited ?? ''
  const solid = colourOf(current) ?? shown
  const choices = [
    ...brand.map((own) => ({ value: own.value, label: t(own.key) })),
    ...used.map((colour) => ({ value: colour, label: colour })),
  ]
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      <div className={styles.colour}>
        <input
          type="color"
          aria-label={t('mailEditor.chooseColour', { label })}
          value={HEX.test(solid ?? '') ? solid : '#ffffff'}
          onChange={(event) => onChange(event.target.value)}
        />
        <input
          className={styles.text}
          aria-label={label}
          value={value ?? ''}
          placeholder={inherited ?? t('mailEditor.asMail')}
          onChange={(event) => onChange(event.target.value.trim() || null)}
        />
      </div>
      <div className={styles.swatches}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            aria-label={choice.label}
            title={choice.label}
            aria-pressed={choice.value === current}
            className={clsx(styles.swatch, !colourOf(choice.value) && styles.brand)}
            style={{ background: colourOf(choice.value) }}
            onClick={() => onChange(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
