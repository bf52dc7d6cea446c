import type { Stack } from '../stack/start-stack'

/** How tests are told where the services are; each of a test file's own databases is made beside. */
export function testEnv(stack: Stack): Record<string, string | undefined> {
  return {
    RELANCE_TEST_DATABASE_URL: stack.databaseUrl,
    RELANCE_TEST_TEMPORAL_ADDRESS: stack.temporalEnv.TEMPORAL_ADDRESS,
    RELANCE_TEST_SMTP_URL: stack.smtpUrl,
    RELANCE_TEST_INBOX_URL: stack.inboxUrl,
  }
}
