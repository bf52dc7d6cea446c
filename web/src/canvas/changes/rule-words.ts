import { fieldWords } from '@relance/core/contact/contact-fields'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { SentenceNames } from '@relance/core/node/definition'
import { ruleClause } from '@relance/core/rule/describe-rule'
import { eventNoun } from '@relance/core/words/event-words'
import type { Language } from '@relance/core/words/language'
import type { WordKey, WordValues } from '../../words/format-message'
import type { DraftContent } from '../document/draft-content'
import { priorityName } from '../priority-name'
import { reentryWords } from '../reentry-words'

/** What a rule of the scenario is said with. */
export interface RuleSpeech {
  t: (key: WordKey, values?: WordValues) => string
  duration: (length: string) => string
  language: Language
  names: SentenceNames
  /** Topics of the workspace, by their keys. */
  topicName: (key: string) => string
}

type Says = (settings: FlowSettings, speech: RuleSpeech, content: DraftContent) => string

/** Each rule as it stands, in a few words. */
const says: Partial<Record<string, Says>> = {
  goal: ({ goal }, { t, language }) =>
    goal === 'none'
      ? t('rules.noGoal')
      : goal
        ? t('rules.goalIs', { event: eventNoun(goal.event, language) })
        : t('goal.ask'),
  exitRules: ({ exitRules }, { t, language, names }) =>
    exitRules
      .map(({ key, rule }) =>
        t('rules.exitIf', { rule: ruleClause(rule, language, names) || fieldWords(key, language) }),
      )
      .join(' · '),
  reentry: ({ reentry }, { t, duration }, content) =>
    reentry.mode === 'after' && reentry.after
      ? t('rules.again', { after: duration(reentry.after) })
      : t(reentryWords(reentry.mode, content)),
  maxStay: ({ maxStay }, { t, duration }) =>
    maxStay ? t('rules.stay', { stay: duration(maxStay) }) : '',
  typology: ({ typology }, { t }) => t('rules.kind', { kind: t(`typology.${typology}`) }),
  priority: ({ priority }, { t }) =>
    t('pressure.priorityIs', { priority: priorityName(priority, t) }),
  topic: ({ topic }, { t, topicName }) =>
    topic ? t('preferences.topicIs', { topic: topicName(topic) }) : t('preferences.noTopic'),
  quietHours: ({ quietHours }, { t }) => (quietHours ? t('pressure.quietIs', quietHours) : ''),
  timeZone: ({ timeZone }, { t }) => timeZone?.replace('_', ' ') ?? t('rules.workspaceZone'),
}

/** A rule of the scenario as it stands, in words; empty where there is none. */
export const ruleSays = (setting: string, content: DraftContent, speech: RuleSpeech): string =>
  says[setting]?.(content.settings, speech, content) ?? ''
