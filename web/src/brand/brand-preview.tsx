import type { BrandKit } from '@relance/core/brand/brand-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewBrand } from '../api/brand'
import { inTheme } from '../messages/visual/stage-document'
import { Tabs } from '../ui/tabs'
import { useSettled } from '../ui/use-settled'
import { useWords } from '../words/use-words'
import styles from './brand.module.css'

const locales = ['fr', 'en'] as const
const mails = ['credit', 'cart-help'] as const
const lights = ['light', 'dark'] as const
type Shown = (typeof locales | typeof mails | typeof lights)[number]
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
  const named = <Name extends Shown>(all: readonly Name[]) =>
    all.map((value) => ({ value, label: t(`brand.show-${value}`) }))
  return (
    <div className={styles.preview}>
      <div className={styles.shown}>
        <div className={styles.bar}>
          <Tabs label={t('brand.mail')} value={mail} onChange={setMail} choices={named(mails)} />
          <Tabs
            label={t('settings.language')}
            value={locale}
            onChange={setLocale}
            choices={named(locales)}
          />
          <Tabs
            label={t('brand.light')}
            value={light}
            onChange={setLight}
            choices={named(lights)}
          />
        </div>
        <iframe title={t('brand.preview')} sandbox="" srcDoc={inTheme(data?.html ?? '', light)} />
      </div>
    </div>
  )
}
