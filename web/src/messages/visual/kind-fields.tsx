import type { BlockKind } from '@relance/core/mail/block-kind'
import type { MailBlock } from '@relance/core/mail/mail-block'
import type { MailField } from '../../api/content-types'
import { Labelled } from '../../ui/labelled'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import type { BlockActs } from './block-acts'
import styles from './block-fields.module.css'
import type { BlockValues } from './block-values'
import { ColourField } from './colour-field'
import type { DrawnLook } from './drawn-look'
import { ImageFields } from './image-fields'
import { LinkField } from './link-field'
import { paddingParts, withSpace } from './padding-parts'
import { PixelField } from './pixel-field'
import { TextFields } from './text-fields'
import view from './visual.module.css'

interface Given {
  mjml: string
  kind: BlockKind
  block: MailBlock
  values: BlockValues
  fields: readonly MailField[]
  acts: BlockActs
  /** How a button comes out; null for other blocks. */
  look: DrawnLook | null
  used: readonly string[]
}

/** What can be changed of a block of its kind. */
export function KindFields(given: Given) {
  const { t } = useWords()
  const { mjml, kind, block, values, fields, acts, look, used } = given
  const colour = (label: string, name: string, shown?: string) => (
    <ColourField
      label={label}
      value={values.own(name)}
      inherited={values.inherited(name)}
      shown={shown}
      used={used}
      onChange={values.set(name)}
    />
  )
  const pixels = (label: string, name: string) => (
    <PixelField
      label={label}
      value={values.own(name)}
      inherited={values.inherited(name)}
      onChange={values.set(name)}
    />
  )
  const text = { mjml, block, fields, acts }
  if (kind === 'text')
    return (
      <>
        <TextFields {...text} />
        <div className={styles.pair}>
          {pixels(t('mailEditor.fontSize'), 'font-size')}
          <AlignField values={values} usual="left" />
        </div>
        {colour(t('mailEditor.colour'), 'color')}
        <SpaceFields values={values} />
      </>
    )
  if (kind === 'button')
    return (
      <>
        <TextFields {...text} oneLine />
        <LinkField value={values.own('href')} onChange={values.set('href')} />
        {colour(t('mailEditor.background'), 'background-color', look?.background)}
        {colour(t('mailEditor.colour'), 'color', look?.colour)}
        {look?.contrast != null && <ContrastLine contrast={look.contrast} height={look.height} />}
        <div className={styles.pair}>
          {pixels(t('mailEditor.width'), 'width')}
          {pixels(t('mailEditor.radius'), 'border-radius')}
        </div>
        <AlignField values={values} usual="center" />
        <SpaceFields values={values} />
      </>
    )
  if (kind === 'image')
    return (
      <>
        <ImageFields values={values} />
        <div className={styles.pair}>
          {pixels(t('mailEditor.width'), 'width')}
          {pixels(t('mailEditor.radius'), 'border-radius')}
        </div>
        <LinkField value={values.own('href') ?? ''} onChange={values.set('href')} />
        <SpaceFields values={values} />
      </>
    )
  if (kind === 'rule')
    return (
      <>
        {colour(t('mailEditor.lineColour'), 'border-color')}
        {pixels(t('mailEditor.thickness'), 'border-width')}
        <SpaceFields values={values} />
      </>
    )
  if (kind === 'spacer') return pixels(t('mailEditor.height'), 'height')
  if (kind === 'section' || kind === 'frame' || kind === 'column')
    return (
      <>
        {colour(t('mailEditor.background'), 'background-color')}
        <SpaceFields values={values} />
      </>
    )
  return <p className={view.hint}>{t('mailEditor.onlyCode')}</p>
}

function ContrastLine({ contrast, height }: { contrast: number; height: number }) {
  const { t, number } = useWords()
  const ratio = number(Math.round(contrast * 10) / 10)
  return contrast >= 4.5 ? (
    <p className={styles.good}>{t('mailEditor.contrast', { ratio, height })}</p>
  ) : (
    <p className={styles.poor}>{t('mailEditor.contrastLow', { ratio })}</p>
  )
}

/** @param usual MJML's own for this kind of block */
function AlignField({ values, usual }: { values: BlockValues; usual: 'left' | 'center' }) {
  const { t } = useWords()
  return (
    <div className={styles.field}>
      <Labelled label={t('mailEditor.align')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            label={t('mailEditor.align')}
            value={values.own('align') ?? values.inherited('align') ?? usual}
            onChange={values.set('align')}
            choices={(['left', 'center', 'right'] as const).map((value) => ({
              ...{ value, label: t(`mailEditor.align.${value}`) },
            }))}
          />
        )}
      </Labelled>
    </div>
  )
}

/** MJML's own padding where nothing is said. */
const USUAL = '10px 25px'

function SpaceFields({ values }: { values: BlockValues }) {
  const { t } = useWords()
  const padding = values.own('padding') ?? values.inherited('padding') ?? USUAL
  const parts = paddingParts(padding)
  if (!parts) return null
  const side = (label: string, at: 0 | 2) => (
    <PixelField
      label={label}
      value={parts[at] === '0' ? '0px' : parts[at]}
      inherited={undefined}
      onChange={(space) => values.set('padding')(withSpace(padding, at, space ?? '0'))}
    />
  )
  return (
    <div className={styles.pair}>
      {side(t('mailEditor.above'), 0)}
      {side(t('mailEditor.below'), 2)}
    </div>
  )
}
