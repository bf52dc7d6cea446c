import type { Messages } from './format-message'
import type { Language } from './language'
import { providerFaultWords } from './provider-fault-words'

/** Why a gate said no, or not yet: to follow “Not sent: ”. */
export const gateReasons = {
  'no-address': { en: 'there is no email address', fr: 'il n’y a pas d’adresse e-mail' },
  'no-consent': { en: 'no consent is recorded', fr: 'aucun accord n’est enregistré' },
  unsubscribed: { en: 'unsubscribed', fr: 'désabonnement demandé' },
  suppressed: {
    en: 'the address no longer takes mail',
    fr: 'l’adresse ne reçoit plus de courrier',
  },
  cap: { en: 'the limit of messages is reached', fr: 'le plafond de messages est atteint' },
  'quiet-hours': { en: 'it is a quiet hour', fr: 'c’est une heure calme' },
  sunset: {
    en: 'no sign of interest for too long',
    fr: 'aucun signe d’intérêt depuis trop longtemps',
  },
  holdout: { en: 'in the control group', fr: 'dans le groupe témoin' },
  'offer-cap': { en: 'the limit of offers is reached', fr: 'le plafond d’offres est atteint' },
  'already-customer': { en: 'a customer already', fr: 'déjà client' },
  'domain-limit': {
    en: 'no more mails may go out for now, by the limits of sending',
    fr: 'les limites d’envoi n’en laissent pas partir plus pour l’instant',
  },
  'warm-up': {
    en: 'the sender is new, and today’s share has gone out',
    fr: 'l’expéditeur est récent, et la part du jour est partie',
  },
  blocked: {
    en: 'their mail provider has refused our mails; a pause',
    fr: 'sa messagerie a refusé nos e-mails\u202f; une pause est faite',
  },
  complaints: {
    en: 'too many complaints; marketing is paused',
    fr: 'trop de plaintes\u202f; le marketing est en pause',
  },
  bounces: {
    en: 'too many addresses of their list do not exist; it is paused',
    fr: 'trop d’adresses de sa liste n’existent pas\u202f; elle est en pause',
  },
  paused: { en: 'the scenario is paused', fr: 'le scénario est en pause' },
  ended: {
    en: 'the scenario has ended for this person',
    fr: 'le scénario est terminé pour cette personne',
  },
  unsure: {
    en: 'the provider that may have sent it is no longer there',
    fr: 'le prestataire qui l’a peut-être envoyé n’est plus là',
  },
  'too-late': { en: 'too much time has passed', fr: 'trop de temps a passé' },
  'not-wanted': {
    en: 'they do not want to hear about this',
    fr: 'ce sujet ne l’intéresse pas, selon ses préférences',
  },
  'on-pause': {
    en: 'they asked for a pause',
    fr: 'une pause a été demandée',
  },
  repeated: {
    en: 'the step repeated itself; somebody has to look first',
    fr: 'l’étape s’est répétée\u202f; quelqu’un doit d’abord regarder',
  },
  replied: {
    en: 'they answered a mail; a person may answer first',
    fr: 'un e-mail a reçu une réponse, à laquelle quelqu’un peut d’abord répondre',
  },
  skipped: { en: 'the step was passed by hand', fr: 'l’étape a été passée à la main' },
} satisfies Messages

/** Why a mail that was to go did not: to follow “Not sent: ”. */
export const failureReasons = {
  'bounced-hard': { en: 'there is no such mailbox', fr: 'cette boîte n’existe pas' },
  'bounced-soft': {
    en: 'the mailbox takes nothing for now',
    fr: 'la boîte n’accepte rien pour l’instant',
  },
  'bounced-blocked': {
    en: 'the mail server refused it',
    fr: 'le serveur de messagerie l’a refusé',
  },
  'render-failed': {
    en: 'the mail could not be made for this person',
    fr: 'l’e-mail n’a pas pu être composé pour cette personne',
  },
  'render-too-large': {
    en: 'the mail grows too large for this person',
    fr: 'l’e-mail devient trop lourd pour cette personne',
  },
  'render-timeout': {
    en: 'the mail takes too long to make for this person',
    fr: 'l’e-mail est trop long à composer pour cette personne',
  },
} satisfies Messages

/** What a network, SMTP or HTTP calls a refusal. */
const isProviderCode = (reason: string) => /^([A-Z_]{3,}|\d[\d.]*|http-\d+)$/.test(reason)

/** What holds somebody at present: to follow “22 held ”. */
export const holdReasons = {
  cap: { en: 'by the limit of messages', fr: 'par le plafond de messages' },
  'quiet-hours': { en: 'by quiet hours', fr: 'par les heures calmes' },
  'domain-limit': { en: 'by the sending limit', fr: 'par la limite d’envoi' },
  'warm-up': { en: 'by the warm-up of the sender', fr: 'par la montée en charge de l’expéditeur' },
  blocked: { en: 'by their mail provider’s refusal', fr: 'par le refus de leur messagerie' },
  complaints: { en: 'by complaints', fr: 'par les plaintes' },
  bounces: {
    en: 'by a list whose emails come back',
    fr: 'par une liste dont les e-mails reviennent',
  },
  'on-pause': { en: 'at their own request', fr: 'à leur propre demande' },
  repeated: { en: 'by a repetition', fr: 'par une répétition' },
  replied: { en: 'by their answer', fr: 'par leur réponse' },
  paused: { en: 'by the pause', fr: 'par la pause' },
} satisfies Messages

/** Why an address takes no mail any more: to follow “blocked: ”. */
export const suppressionReasons = {
  'hard-bounce': { en: 'an email came back', fr: 'un e-mail est revenu' },
  soft: { en: 'emails kept coming back', fr: 'plusieurs e-mails sont revenus' },
  complaint: { en: 'reported as spam', fr: 'signalement comme indésirable' },
  erased: { en: 'data erased', fr: 'données effacées' },
} satisfies Messages

/** Why a run ended: to follow “Ended: ”. */
export const endReasons = {
  goal: { en: 'goal reached', fr: 'objectif atteint' },
  exit: { en: 'an exit rule', fr: 'une règle de sortie' },
  end: { en: 'end of the path', fr: 'fin du parcours' },
  left: {
    en: 'left when a new version was published',
    fr: 'sortie à la publication d’une nouvelle version',
  },
  removed: { en: 'removed by hand', fr: 'retrait à la main' },
  expired: { en: 'stayed as long as allowed', fr: 'durée maximale atteinte' },
  unreachable: { en: 'cannot be written to', fr: 'impossible à joindre' },
  erased: { en: 'data erased', fr: 'données effacées' },
  merged: { en: 'joined with another record', fr: 'fiche réunie à une autre' },
} satisfies Messages

/**
 * Why a mail did not go, or not yet, in words: a gate's reason, a failure, or the code of a mail server that did not
 * take it. One we have no words for as it is.
 */
export function gateReasonWords(reason: string, language: Language): string {
  if (isProviderCode(reason)) {
    const server = { en: 'mail server: ', fr: 'serveur de messagerie\u00a0: ' }[language]
    return server + providerFaultWords(reason, language)
  }
  return wordsIn({ ...gateReasons, ...failureReasons }, reason, language)
}

/** What holds somebody, in words; one we have no words for as it is. */
export const holdReasonWords = (reason: string, language: Language): string =>
  wordsIn(holdReasons, reason, language)

/** An end's reason in words; one we have no words for as it is. */
export const endReasonWords = (reason: string, language: Language): string =>
  wordsIn(endReasons, reason, language)

/** Why an address is blocked, in words; one we have no words for as it is. */
export const suppressionWords = (reason: string, language: Language): string =>
  wordsIn(suppressionReasons, reason, language)

const wordsIn = (texts: Messages, reason: string, language: Language): string =>
  (Object.hasOwn(texts, reason) ? texts[reason]?.[language] : undefined) ??
  reason.replaceAll('-', ' ')
