import type { BrandKit } from '@relance/core/brand/brand-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewBrand } from '../api/brand'
import { useSettled } from '../messages/use-settled'
import { inTheme } from '../messages/visual/stage-document'
import { useWords } from '../words/use-words'
import styles from './brand.module.css'

const locales = ['fr', 'en'] as const
const mails = ['credit', 'cart-help'] as const
const lights = ['light', 'dark'] as const
const CALM_MS = 250

/** A mail that ships in the look of a kit, as it is being changed. */
export function BrandPreview({ kit }: { kit: BrandKit }) {
  const { t, language } = useWords()
  const [locale, setLocale] = useState<(typeof locales)[number]>(language)
  const [mail, setMail] = useState<(typeof mails)[number]>('credit')
  const [light, setLight] = useState<(typeof lights)[number]>('light')
  const brand = useSettled(kit, CALM_MS)
  const { data } = useQuery({
    queryKey: ['brand-preview', brand, locale, mail],
    queryFn: ({ signal }) => previewBrand({ brand, locale, mail }, signal),
    // An address that is half typed is refused: the last look stays.
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
  })
  return (
    <div className={styles.preview}>
      <div className={styles.shown}>
        <div className={styles.bar}>
          <Tabs label={t('brand.mail')} all={mails} chosen={mail} onChoose={setMail} />
          <Tabs label={t('settings.language')} all={locales} chosen={locale} onChoose={setLocale} />
          <Tabs label={t('brand.light')} all={lights} chosen={light} onChoose={setLight} />
        </div>
        <iframe title={t('brand.preview')} sandbox="" srcDoc={inTheme(data?.html ?? '', light)} />
      </div>
    </div>
  )
}

function Tabs<Name extends (typeof locales | typeof mails | typeof lights)[number]>({
  label,
  all,
  chosen,
  onChoose,
}: {
  label: string
  all: readonly Name[]
  chosen: Name
  onChoose: (name: Name) => void
}) {
  const { t } = useWords()
  return (
    <fieldset className={styles.tabs} aria-label={label}>
      {all.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {t(`brand.show-${name}`)}
        </button>
      ))}
    </fieldset>
  )
}
