import type { FlowSettings } from '@relance/core/graph/settings'
import { QuietHoursInput } from '../../settings/pressure-inputs'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { priorities, priorityName } from '../priority-name'
import { useTopics } from '../use-topics'
import fieldStyles from './fields/fields.module.css'

/** Where limits hold: which scenario goes first, and its own quiet hours. */
export function PressureRules({
  settings,
  set,
}: {
  settings: Pick<FlowSettings, 'priority' | 'quietHours' | 'topic'>
  set: (changes: Partial<FlowSettings>) => void
}) {
  const { t } = useWords()
  const { priority, quietHours } = settings
  const offered = [...new Set([...priorities, priority])].sort((a, b) => b - a)
  return (
    <>
      <section className={fieldStyles.row} data-field="priority">
        <p className={fieldStyles.head}>{t('pressure.priority')}</p>
        <Select
          look="field"
          label={t('pressure.priority')}
          value={String(priority)}
          choices={offered.map((each) => ({ value: String(each), label: priorityName(each, t) }))}
          onChange={(value) => set({ priority: Number(value) })}
        />
        <p className={fieldStyles.help}>{t('pressure.priorityHelp')}</p>
      </section>
      <TopicRule topic={settings.topic ?? null} set={(topic) => set({ topic })} />
      <section className={fieldStyles.row} data-field="quietHours">
        <p className={fieldStyles.head}>{t('pressure.quiet')}</p>
        <QuietHoursInput
          label={t('pressure.ownQuiet')}
          hours={quietHours ?? null}
          onChange={(hours) => set({ quietHours: hours })}
        />
        <p className={fieldStyles.help}>{t('pressure.ownQuietHelp')}</p>
      </section>
    </>
  )
}

/** What the scenario is about, where the workspace has topics. */
function TopicRule({ topic, set }: { topic: string | null; set: (topic: string | null) => void }) {
  const { t, language } = useWords()
  const topics = useTopics()
  if (topics.length === 0 && topic === null) return null
  const known = topics.some(({ key }) => key === topic)
  const offered =
    topic === null || known ? topics : [...topics, { key: topic, en: topic, fr: topic }]
  return (
    <section className={fieldStyles.row} data-field="topic">
      <p className={fieldStyles.head}>{t('preferences.topic')}</p>
      <Select
        look="field"
        label={t('preferences.topic')}
        value={topic ?? ''}
        choices={[
          { value: '', label: t('preferences.noTopic') },
          ...offered.map((each) => ({ value: each.key, label: each[language] })),
        ]}
        onChange={(value) => set(value || null)}
      />
      <p className={fieldStyles.help}>{t('preferences.topicHelp')}</p>
    </section>
  )
}
