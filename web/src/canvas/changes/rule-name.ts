import type { WordKey } from '../../words/format-message'

const names: Partial<Record<string, WordKey>> = {
  goal: 'rules.goal',
  exitRules: 'rules.exits',
  reentry: 'rules.reentry',
  maxStay: 'rules.maxStay',
  typology: 'rules.typology',
  priority: 'pressure.priority',
  topic: 'preferences.topic',
  quietHours: 'pressure.quiet',
  timeZone: 'rules.zone',
}

/** What a rule of the scenario is called. */
export const ruleName = (setting: string): WordKey => names[setting] ?? 'rules.title'
