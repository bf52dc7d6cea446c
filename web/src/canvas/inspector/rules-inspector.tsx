import { typologies } from '@relance/core/graph/typology'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../ui/button'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { editSettings } from '../document/edit-step'
import { reentryWords } from '../reentry-words'
import { ExitRulesEditor } from './exit-rules-editor'
import { DurationInput } from './fields/duration-input'
import fieldStyles from './fields/fields.module.css'
import { GoalEditor } from './goal-editor'
import styles from './inspector.module.css'
import { PressureRules } from './pressure-rules'
import { useFocusField } from './use-focus-field'

const zones = [
  'Europe/Paris',
  'Europe/London',
  'Europe/Brussels',
  'Europe/Zurich',
  'America/Montreal',
  'America/New_York',
  'UTC',
]
/** In the order they stand. */
const RULES = ['goal', 'exitRules', 'reentry', 'maxStay', 'typology', 'timeZone']
const modes = ['once', 'per-key', 'after'] as const

/** Rules of the whole scenario: goal, exits, return, longest stay, zone, kind. */
export function RulesInspector() {
  const { t } = useWords()
  const { document, store } = useSession()
  const settings = useContent((content) => content.settings)
  const perKey = useContent((content) => reentryWords('per-key', content))
  const set = (changes: Record<string, unknown>) =>
    editSettings(document, changes, { key: 'act.rules' })
  const { reentry } = settings
  const root = useRef<HTMLDivElement>(null)
  useFocusField(root, RULES, settings)
  return (
    <>
      <header className={styles.head}>
        <div>
          <p className={styles.kicker} style={{ color: 'var(--text-3)' }}>
            {t('rules.whole')}
          </p>
          <h2 className={styles.title}>{t('rules.title')}</h2>
        </div>
        <IconButton label={t('common.closeEsc')} onClick={() => store.getState().showRules(false)}>
          <X className="icon" aria-hidden="true" />
        </IconButton>
      </header>
      <div ref={root} className={styles.body} style={{ borderTop: '1px solid var(--line)' }}>
        <section className={fieldStyles.row} data-field="goal">
          <p className={fieldStyles.head}>{t('rules.goal')}</p>
          <GoalEditor goal={settings.goal} onChange={(goal) => set({ goal })} />
        </section>
        <section className={fieldStyles.row} data-field="exitRules">
          <p className={fieldStyles.head}>{t('rules.exits')}</p>
          <ExitRulesEditor
            rules={settings.exitRules}
            onChange={(exitRules) => set({ exitRules })}
          />
        </section>
        <section className={fieldStyles.row} data-field="reentry">
          <p className={fieldStyles.head}>{t('rules.reentry')}</p>
          <Select
            look="field"
            label={t('rules.reentry')}
            value={reentry.mode}
            choices={modes.map((mode) => ({
              value: mode,
              label: t(mode === 'per-key' ? perKey : `reentry.${mode}`),
            }))}
            onChange={(mode) =>
              set({
                reentry: {
                  ...reentry,
                  mode,
                  after: mode === 'after' ? (reentry.after ?? 'P60D') : null,
                },
              })
            }
          />
          {reentry.mode === 'after' && (
            <div style={{ marginTop: 8 }}>
              <DurationInput
                label={t('rules.reentry')}
                value={reentry.after}
                onChange={(after) => set({ reentry: { ...reentry, after: after ?? null } })}
                missing={!reentry.after}
              />
            </div>
          )}
        </section>
        <section className={fieldStyles.row} data-field="maxStay">
          <p className={fieldStyles.head}>
            {t('rules.maxStay')}
            <small>{t('field.optional')}</small>
          </p>
          <DurationInput
            label={t('rules.maxStay')}
            value={settings.maxStay}
            onChange={(maxStay) => set({ maxStay: maxStay ?? null })}
          />
          <p className={fieldStyles.help}>{t('rules.maxStayHelp')}</p>
        </section>
        <section className={fieldStyles.row} data-field="typology">
          <p className={fieldStyles.head}>{t('rules.typology')}</p>
          <Select
            look="field"
            label={t('rules.typology')}
            value={settings.typology}
            choices={typologies.map((each) => ({ value: each, label: t(`typology.${each}`) }))}
            onChange={(typology) => set({ typology })}
          />
          <p className={fieldStyles.help}>{t('rules.typologyHelp')}</p>
        </section>
        <PressureRules settings={settings} set={set} />
        <section className={fieldStyles.row} data-field="timeZone">
          <p className={fieldStyles.head}>{t('rules.zone')}</p>
          <Select
            look="field"
            label={t('rules.zone')}
            value={settings.timeZone ?? ''}
            choices={[
              { value: '', label: t('rules.workspaceZone') },
              ...[...new Set([...(settings.timeZone ? [settings.timeZone] : []), ...zones])].map(
                (zone) => ({ value: zone, label: zone.replace('_', ' ') }),
              ),
            ]}
            onChange={(zone) => set({ timeZone: zone || null })}
          />
        </section>
      </div>
    </>
  )
}
