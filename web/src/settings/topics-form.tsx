import type { PreferenceSettings, Topic } from '@relance/core/preference/preference-settings'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { workspaceQuery } from '../api/workspace'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'
import { topicKey } from './topic-key'
import { useSaveSettings } from './use-save-settings'

/** What people may choose on their preference page, how long a pause lasts, and whether a sign-up asks for a second yes. */
export function TopicsForm({ workspaceId }: { workspaceId: string }) {
  const said = useQuery(workspaceQuery(workspaceId)).data?.preferences
  return said ? <Form workspaceId={workspaceId} start={said} /> : null
}

function Form({ workspaceId, start }: { workspaceId: string; start: PreferenceSettings }) {
  const { t } = useWords()
  const [topics, setTopics] = useState<(Topic & { isNew?: boolean })[]>(start.topics)
  const [pauseDays, setPauseDays] = useState(start.pauseDays)
  const [doubleOptIn, setDoubleOptIn] = useState(start.doubleOptIn)
  const save = useSaveSettings(workspaceId)
  const change = (place: number, named: Partial<Topic>) =>
    setTopics(topics.map((topic, i) => (i === place ? { ...topic, ...named } : topic)))
  const submit = () => {
    const named: Topic[] = []
    for (const { key, en, fr, isNew } of topics)
      named.push({ key: isNew ? topicKey(en, [...start.topics, ...named]) : key, en, fr })
    save.mutate(
      { preferences: { topics: named, pauseDays, doubleOptIn } },
      { onSuccess: () => setTopics(named) },
    )
  }
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{t('preferences.title')}</h2>
      <p className={styles.about}>{t('preferences.about')}</p>
      {topics.map((topic, place) => (
        <p key={topic.key} className={styles.topic}>
          {(['fr', 'en'] as const).map((language) => (
            <input
              key={language}
              className={fields.field}
              required
              maxLength={80}
              aria-label={t(`preferences.${language}`)}
              placeholder={t(`preferences.${language}`)}
              value={topic[language]}
              onChange={(event) => change(place, { [language]: event.target.value })}
            />
          ))}
          <IconButton
            label={t('preferences.remove', { name: topic.en || topic.fr })}
            onClick={() => setTopics(topics.filter((_, i) => i !== place))}
          >
            <X className="icon-s" aria-hidden="true" />
          </IconButton>
        </p>
      ))}
      {topics.length < 20 && (
        <p>
          <Button
            type="button"
            size="small"
            onClick={() =>
              setTopics([
                ...topics,
                { key: `new-${topics.length}-${Date.now()}`, en: '', fr: '', isNew: true },
              ])
            }
          >
            <Plus className="icon-s" aria-hidden="true" />
            {t('preferences.add')}
          </Button>
        </p>
      )}
      <p className={styles.sentence}>
        <span>{t('preferences.pause')}</span>
        <input
          className={`${fields.field} ${styles.count}`}
          type="number"
          min={1}
          max={365}
          required
          aria-label={t('preferences.pauseDays')}
          value={pauseDays}
          onChange={(event) => setPauseDays(Number(event.target.value))}
        />
        <span>{t('pressure.days')}</span>
      </p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={doubleOptIn}
          onChange={(event) => setDoubleOptIn(event.target.checked)}
        />
        <span>{t('preferences.doubleOptIn')}</span>
      </label>
      <p className={styles.about}>{t('preferences.doubleOptInAbout')}</p>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
