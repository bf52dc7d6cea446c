import type { BrandKit } from '@relance/core/brand/brand-kit'
import { useState } from 'react'
import { ImagePicker } from '../images/image-picker'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './brand.module.css'

type Logo = Pick<BrandKit, 'logoImageId' | 'logoUrl'>

/** The logo of the mails: a picture of the workspace, or none. */
export function LogoField({ logo, onChange }: { logo: Logo; onChange: (logo: Logo) => void }) {
  const { t } = useWords()
  const [isPicking, setIsPicking] = useState(false)
  return (
    <fieldset className={styles.logo}>
      <legend className={fields.label}>{t('images.logo')}</legend>
      {logo.logoUrl && <img src={logo.logoUrl} alt={t('images.logo')} />}
      <Button onClick={() => setIsPicking(true)}>{t('images.logoChoose')}</Button>
      {logo.logoUrl && (
        <Button onClick={() => onChange({ logoImageId: null, logoUrl: null })}>
          {t('images.logoRemove')}
        </Button>
      )}
      <ImagePicker
        open={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={({ id, url }) => onChange({ logoImageId: id, logoUrl: url })}
      />
    </fieldset>
  )
}
