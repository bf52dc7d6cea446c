import type { BrandKit } from '@relance/core/brand/brand-kit'
import { ColourField } from '../brand/colour-field'
import { LogoField } from '../brand/logo-field'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import { Thing } from './thing'
import styles from './things.module.css'

/** How the mails look: the little that makes them the shop’s. */
export function LookThing({ kit, onChange }: { kit: BrandKit; onChange: (kit: BrandKit) => void }) {
  const { t } = useWords()
  return (
    <Thing
      title={t('templates.look')}
      about={t('templates.lookAbout')}
      isKnown={Boolean(kit.companyName)}
    >
      <div className={styles.pair}>
        <Labelled label={t('brand.companyName')}>
          {(props) => (
            <input
              {...props}
              maxLength={500}
              className={fields.field}
              value={kit.companyName ?? ''}
              onChange={(event) => onChange({ ...kit, companyName: event.target.value })}
            />
          )}
        </Labelled>
        <ColourField
          label={t('brand.primary')}
          value={kit.colours.primary}
          onChange={(primary) => onChange({ ...kit, colours: { ...kit.colours, primary } })}
        />
      </div>
      <LogoField logo={kit} onChange={(logo) => onChange({ ...kit, ...logo })} />
    </Thing>
  )
}
