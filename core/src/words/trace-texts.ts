import type { Messages } from './format-message'

/** A sentence for every line a run leaves. */
export const traceTexts = {
  'entered-by-event': { en: 'Entered: {event}.', fr: 'Entrée : {event}.' },
  'entered-by-cart': {
    en: 'Entered: a cart was left without an order.',
    fr: 'Entrée : un panier est resté sans commande.',
  },
  'entered-by-inactivity': {
    en: 'Entered: inactive for {for}.',
    fr: 'Entrée : sans activité depuis {for}.',
  },
  'entered-by-latency': {
    en: 'Entered: the usual time until the next order has passed.',
    fr: 'Entrée : le délai habituel avant une nouvelle commande est passé.',
  },
  'entered-by-score-drop': {
    en: 'Entered: a score fell from {from} to {to}.',
    fr: 'Entrée : un score est passé de {from} à {to}.',
  },
  'entered-by-schedule': { en: 'Entered at the scheduled time.', fr: 'Entrée à l’heure prévue.' },
  'entered-by-date': { en: 'Entered: it is the day.', fr: 'Entrée\u00a0: c’est le jour.' },
  'entered-segment': {
    en: 'Entered: came into the segment “{name}”.',
    fr: 'Entrée : arrivée dans le segment « {name} ».',
  },
  'left-segment': {
    en: 'Entered: left the segment “{name}”.',
    fr: 'Entrée : départ du segment « {name} ».',
  },
  'entered-as-member': {
    en: 'Entered: was in the segment already.',
    fr: 'Entrée : faisait déjà partie du segment.',
  },
  'entered-again': {
    en: 'Entered again at once, after “{detail}”.',
    fr: 'Nouvelle entrée aussitôt, après « {detail} ».',
  },
  'not-entered-filter': {
    en: 'Not entered: the entry condition did not hold.',
    fr: 'Pas d’entrée : la condition d’entrée n’était pas remplie.',
  },
  'not-entered-yet': {
    en: 'Not entered: what begins this scenario has not happened yet.',
    fr: 'Pas d’entrée\u00a0: ce qui déclenche ce scénario ne s’est pas encore produit.',
  },
  'not-entered-reentry': {
    en: 'Not entered: has been here before, too recently to enter again.',
    fr: 'Pas d’entrée : un passage précédent est trop récent.',
  },
  'not-entered-unreachable': { en: 'Not entered: {reason}.', fr: 'Pas d’entrée : {reason}.' },
  'not-entered-open-run': {
    en: 'Not entered: already on the way in this scenario.',
    fr: 'Pas d’entrée : un parcours est déjà en cours dans ce scénario.',
  },
  'waiting-until': { en: 'Waiting until {at}.', fr: 'Attente jusqu’au {at}.' },
  'spread-until': {
    en: 'By the new version the wait is over. Spread with others, until {at}.',
    fr: 'Selon la nouvelle version, l’attente est finie. Étalement avec d’autres, jusqu’au {at}.',
  },
  'waiting-for': {
    en: 'Waiting for {event}, until {until} at most.',
    fr: 'Attente : {event}, jusqu’au {until} au plus.',
  },
  'woken-by': { en: 'Went on: {event}.', fr: 'Reprise : {event}.' },
  'woken-by-time': { en: 'The time has passed.', fr: 'Le délai est passé.' },
  'wait-restarted': {
    en: 'The wait began again with {signal}, until {until}.',
    fr: 'L’attente repart de zéro : {signal}, jusqu’au {until}.',
  },
  'date-unknown': {
    en: 'No wait: {field} is not known.',
    fr: 'Pas d’attente : la fiche n’indique pas {field}.',
  },
  'branch-held': {
    en: '“{label}”: the condition held.',
    fr: '« {label} » : la condition est remplie.',
  },
  'branch-otherwise': {
    en: 'No condition held: the last way was taken.',
    fr: 'Aucune condition remplie : la dernière voie est suivie.',
  },
  'split-drawn': {
    en: 'Drawn for “{share}” (draw {draw}).',
    fr: 'Tirage : « {share} » (valeur {draw}).',
  },
  'message-queued': { en: 'Message prepared: {template}.', fr: 'Message préparé : {template}.' },
  'message-sent': { en: 'Sent: {template}.', fr: 'Envoyé\u00a0: {template}.' },
  'programs-removed': {
    en: 'Sent without what data brought into the email and must not run there: {what}.',
    fr: 'Envoyé sans ce que des données ont glissé dans l’e-mail et qui ne doit pas s’y exécuter\u00a0: {what}.',
  },
  'message-refused': { en: 'Not sent: {reason}.', fr: 'Pas d’envoi : {reason}.' },
  'message-held': {
    en: 'Held until {until}: {reason}.',
    fr: 'En attente jusqu’au {until} : {reason}.',
  },
  'too-late': {
    en: 'Left out: more than {latest} had passed since the start.',
    fr: 'Message passé : plus de {latest} depuis le départ.',
  },
  'field-set': { en: 'Wrote {value} in {field}.', fr: 'Inscription : {value} dans {field}.' },
  'call-started': { en: 'Called {url}.', fr: 'Appel de {url}.' },
  'call-answered': {
    en: 'The service answered ({status}).',
    fr: 'Le service a répondu ({status}).',
  },
  'call-failed': { en: 'The call failed: {error}.', fr: 'L’appel a échoué : {error}.' },
  'answer-not-kept': {
    en: 'The answer held nothing for {field}.',
    fr: 'La réponse ne contenait rien pour {field}.',
  },
  'goal-reached': { en: 'Goal reached: {event}.', fr: 'Objectif atteint : {event}.' },
  'exit-rule': { en: 'Left by the exit rule “{key}”.', fr: 'Sortie par la règle « {key} ».' },
  ended: { en: 'End: {detail}.', fr: 'Fin : {detail}.' },
  expired: { en: 'End: stayed as long as allowed.', fr: 'Fin : durée maximale atteinte.' },
  'left-by-publish': {
    en: 'Left when a new version was published.',
    fr: 'Sortie à la publication d’une nouvelle version.',
  },
  'left-by-cancel': {
    en: 'Left: the sending was cancelled.',
    fr: 'Sortie\u00a0: l’envoi a été annulé.',
  },
  moved: {
    en: 'Moved from version {from} to version {to}.',
    fr: 'Passage de la version {from} à la version {to}.',
  },
  removed: { en: 'Taken out by hand: {reason}.', fr: 'Retrait à la main : {reason}.' },
  unreachable: { en: 'End: {reason}.', fr: 'Fin : {reason}.' },
  erased: { en: 'End: the data was erased.', fr: 'Fin : les données ont été effacées.' },
  merged: { en: 'End: joined with another record.', fr: 'Fin : fiche réunie à une autre.' },
  attention: { en: 'Stopped here: {error}.', fr: 'Arrêt ici : {error}.' },
  'by-hand': { en: 'By hand: {reason}.', fr: 'À la main : {reason}.' },
  'moved-by-hand': {
    en: 'Moved to another step by hand: {reason}.',
    fr: 'Passage à une autre étape, à la main : {reason}.',
  },
  retried: { en: 'Tried again by hand.', fr: 'Nouvel essai à la main.' },
  skipped: {
    en: 'Step passed by hand, by “{exit}”.',
    fr: 'Étape passée à la main, par « {exit} ».',
  },
  'arrived-late': {
    en: '{event} arrived late: it had happened before.',
    fr: 'Arrivée tardive : {event}, un fait plus ancien.',
  },
  'step-limit': {
    en: 'Stopped here: too many steps at once.',
    fr: 'Arrêt ici : trop d’étapes d’un coup.',
  },
} satisfies Messages

export type TraceCode = keyof typeof traceTexts
