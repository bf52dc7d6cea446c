import { fieldWords } from '@relance/core/contact/contact-fields'
import { ruleClause } from '@relance/core/rule/describe-rule'
import { eventNoun } from '@relance/core/words/event-words'
import clsx from 'clsx'
import {
  ArrowUpNarrowWide,
  ChevronDown,
  Flag,
  Globe,
  Hourglass,
  LogOut,
  MessagesSquare,
  Moon,
  Pencil,
  Repeat,
  Tag,
} from 'lucide-react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { priorityName } from '../priority-name'
import { reentryWords } from '../reentry-words'
import { useSentenceNames } from '../use-sentence-names'
import { useTopics } from '../use-topics'
import styles from './panels.module.css'

/** Rules of the whole scenario in a few lines; the pencil opens them. */
export function RulesPanel() {
  const { t, rich, duration, language } = useWords()
  const { store, readOnly } = useSession()
  const names = useSentenceNames()
  const open = useCanvas((state) => state.open.rules)
  const { goal, exitRules, reentry, maxStay, typology, timeZone, priority, quietHours, topic } =
    useContent((content) => content.settings)
  const comesBack = useContent((content) => reentryWords(reentry.mode, content))
  const topicName = useTopics().find(({ key }) => key === topic)?.[language] ?? topic ?? ''
  return (
    <section
      className={clsx(styles.float, styles.rules, !open && styles.closed)}
      aria-label={t('rules.title')}
    >
      <h3>
        {t('rules.title')}
        {readOnly ? (
          <IconButton
            className={styles.push}
            label={open ? t('common.fold') : t('common.unfold')}
            aria-expanded={open}
            onClick={() => store.getState().toggle('rules')}
          >
            <ChevronDown className="icon-s" aria-hidden="true" />
          </IconButton>
        ) : (
          <IconButton
            className={styles.push}
            label={t('rules.edit')}
            onClick={() => {
              store.getState().showRules(true)
              store.getState().focusOn('*')
            }}
          >
            <Pencil className="icon-s" aria-hidden="true" />
          </IconButton>
        )}
      </h3>
      {open && (
        <div className={styles.list}>
          <Flag aria-hidden="true" />
          <span>
            {goal === 'none' ? (
              t('rules.noGoal')
            ) : goal ? (
              rich('rules.goalIs', { event: eventNoun(goal.event, language) })
            ) : (
              <span className={styles.missing}>{t('goal.ask')}</span>
            )}
          </span>
          {exitRules.map((rule) => [
            <LogOut key={`${rule.key}-icon`} aria-hidden="true" />,
            <span key={rule.key}>
              {rich('rules.exitIf', {
                rule: ruleClause(rule.rule, language, names) || fieldWords(rule.key, language),
              })}
            </span>,
          ])}
          <Repeat aria-hidden="true" />
          <span>
            {reentry.mode === 'after' && reentry.after
              ? rich('rules.again', { after: duration(reentry.after) })
              : t(comesBack)}
          </span>
          {maxStay && (
            <>
              <Hourglass aria-hidden="true" />
              <span>{rich('rules.stay', { stay: duration(maxStay) })}</span>
            </>
          )}
          <Tag aria-hidden="true" />
          <span>{rich('rules.kind', { kind: t(`typology.${typology}`) })}</span>
          {priority !== 0 && (
            <>
              <ArrowUpNarrowWide aria-hidden="true" />
              <span>{rich('pressure.priorityIs', { priority: priorityName(priority, t) })}</span>
            </>
          )}
          {topic && (
            <>
              <MessagesSquare aria-hidden="true" />
              <span>{rich('preferences.topicIs', { topic: topicName })}</span>
            </>
          )}
          {quietHours && (
            <>
              <Moon aria-hidden="true" />
              <span>{rich('pressure.quietIs', quietHours)}</span>
            </>
          )}
          {timeZone && (
            <>
              <Globe aria-hidden="true" />
              <span>{timeZone.replace('_', ' ')}</span>
            </>
          )}
        </div>
      )}
    </section>
  )
}
