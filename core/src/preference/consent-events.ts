/** Told when somebody said yes on the site and has yet to confirm it by the link of a mail. */
export const CONSENT_REQUESTED = 'Consent Requested'

/** Told by the page behind that link. Believed from our own page alone. */
export const CONSENT_CONFIRMED = 'Consent Confirmed'

/** How long after the request a confirmation still counts. Days. */
export const CONFIRMABLE_DAYS = 30
