import type { Draft } from '../graph/draft'
import type { Definitions } from '../node/definition'
import type { Language } from '../words/language'
import { problemWords, severityOf } from '../words/problem-words'
import { buildPlan } from './build-plan'
import { checkCertainRules } from './checks/certain-rules'
import { checkConfigs } from './checks/configs'
import { checkEdges } from './checks/edges'
import { checkEntries } from './checks/entries'
import { checkKnownNames } from './checks/known-names'
import { checkKnownTypes } from './checks/known-types'
import { checkLimits } from './checks/limits'
import { checkLoops } from './checks/loops'
import { checkOffers } from './checks/offers'
import { checkOpenExits } from './checks/open-exits'
import { checkReactions } from './checks/reactions'
import { checkRules } from './checks/rules'
import { checkSegments } from './checks/segments'
import { checkSenders } from './checks/senders'
import { checkSettings } from './checks/settings'
import { checkShares } from './checks/shares'
import { checkStart } from './checks/start'
import { checkTemplates } from './checks/templates'
import { checkUnreachable } from './checks/unreachable'
import { checkWaves } from './checks/waves'
import type { CompileFacts } from './compile-facts'
import type { Finding } from './finding'
import type { Plan } from './plan'
import type { Problem } from './problem'
import { survey } from './survey'

const checks = [
  checkStart,
  checkKnownTypes,
  checkEdges,
  checkOpenExits,
  checkUnreachable,
  checkLoops,
  checkConfigs,
  checkShares,
  checkRules,
  checkSegments,
  checkCertainRules,
  checkReactions,
  checkTemplates,
  checkSenders,
  checkLimits,
  checkOffers,
  checkWaves,
  checkKnownNames,
  checkEntries,
  checkSettings,
]

export interface Compiled {
  /** Null while a problem of severity `fix` stands. Its `version` is 0 until it is published. */
  plan: Plan | null
  /** What must be fixed first, then tips; each in the order of its check and of the drawing. */
  problems: Problem[]
}

/**
 * Turns a draft into a plan, or says what is in the way. Pure, so that the canvas and the server agree;
 * whatever was drawn, it answers and never throws.
 */
export function compilePlan(
  draft: Draft,
  definitions: Definitions,
  facts: CompileFacts,
  language: Language,
): Compiled {
  const surveyed = survey(draft, definitions, facts, language)
  const problems = checks
    .flatMap((check) => check(surveyed))
    .map((finding) => inWords(finding, language))
  const fixes = problems.filter(({ severity }) => severity === 'fix')
  const tips = problems.filter(({ severity }) => severity === 'tip')
  return { plan: fixes.length === 0 ? buildPlan(surveyed) : null, problems: [...fixes, ...tips] }
}

function inWords(finding: Finding, language: Language): Problem {
  const { code, nodeId = null, exit = null, field = null, params = {}, fix = null } = finding
  const message = problemWords(code, language, params)
  return { code, severity: severityOf(code), nodeId, exit, field, params, message, fix }
}
