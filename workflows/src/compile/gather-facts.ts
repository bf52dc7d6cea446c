import { isBuiltIn } from '@relance/core/contact/contact-fields'
import type { Draft } from '@relance/core/graph/draft'
import type { CompileFacts, TemplateFacts } from '@relance/core/plan/compile-facts'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { countMissing } from '@relance/db/flow/count-missing'
import { readCompileFacts, type WorkspaceFacts } from '@relance/db/flow/read-compile-facts'
import { hasUnsubscribeLink } from '@relance/templates/has-unsubscribe-link'
import { isEmptyMail } from '@relance/templates/is-empty-mail'
import { usedFields } from '@relance/templates/used-fields'
import { withBlocks } from './with-blocks'

/** The mails a draft names. */
export const mailsOf = ({ graph }: Draft): string[] =>
  graph.nodes.map(({ config }) => config.template).filter((id) => typeof id === 'string')

/** What the installation adds to what a workspace knows. */
export interface Surroundings {
  /** Mails leave for the world: senders must be verified, unless the workspace says otherwise. */
  sendsForReal: boolean
  /** Only what must be fixed is asked for: people are not counted for tips. */
  fixesOnly?: boolean
}

/**
 * Everything the compiler asks of the workspace about a draft, gathered before it runs.
 * @param mailIds the mails the draft names
 */
export async function gatherFacts(
  scope: Scope | Tx,
  flowId: string,
  mailIds: string[],
  around: Surroundings,
): Promise<CompileFacts> {
  const known = await readCompileFacts(scope, flowId, mailIds, { countsPeople: !around.fixesOnly })
  const templates = Object.fromEntries(
    known.mails.map((mail) => [mail.id, templateFacts(mail, known.blocks)]),
  )
  const used = Object.values(templates).flatMap(({ usedFields: fields }) => fields)
  const missing = around.fixesOnly ? {} : await countMissing(scope, used)
  return {
    templates,
    offers: Object.fromEntries(known.offers.map((offer) => [offer.id, offer])),
    segments: Object.fromEntries(known.segments.map(({ id, name }) => [id, { name }])),
    events: known.events,
    // A trait may be named alone or as `traits.…`.
    fields: known.fields.flatMap((field) => [field, `traits.${field}`]),
    missing,
    peopleAt: known.peopleAt,
    sender: senderFacts(known, around),
    fullAt: known.fullAt,
    pastEntries: known.pastEntries,
    timeZone: known.timeZone,
  }
}

/** Whom mails come from, where that is to be verified: null where it is not. */
function senderFacts(
  { sender, signingDomain, clockKind }: WorkspaceFacts,
  { sendsForReal }: Surroundings,
): CompileFacts['sender'] {
  const domain = sender.address?.split('@')[1]?.toLowerCase()
  const isAsked = sender.mustBeVerified ?? (sendsForReal && clockKind === 'real')
  return domain && isAsked ? { domain, isVerified: signingDomain === domain } : null
}

function templateFacts(
  { name, version, deleted, sources }: WorkspaceFacts['mails'][number],
  blocks: WorkspaceFacts['blocks'],
): TemplateFacts {
  const languages = Object.values(withBlocks(sources, blocks).sources)
  const fields = languages
    .flatMap((source) => usedFields(source))
    .filter(({ hasFallback }) => !hasFallback)
  return {
    name,
    version,
    deleted,
    hasSubject: languages.every(({ subject }) => subject.trim() !== ''),
    hasUnsubscribe: languages.every(hasUnsubscribeLink),
    isEmpty: languages.length === 0 || languages.some(isEmptyMail),
    // Only sources that compile are ever saved.
    errorLine: null,
    usedFields: [
      ...new Set(fields.map(({ field }) => fieldInRules(field)).filter((field) => field !== null)),
    ],
  }
}

/** `first_name` of a mail is `firstName` in rules; what mails compute themselves has no name there. */
function fieldInRules(field: string): string | null {
  if (field.startsWith('traits.')) return field
  const name = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return isBuiltIn(name) ? name : null
}
