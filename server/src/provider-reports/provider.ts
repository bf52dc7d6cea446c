import type { Kept } from '@relance/db/message/record-returned'

/** A webhook as it came: signatures are over its bytes. */
export interface Call {
  /** By its name in small letters. */
  header(name: string): string | undefined
  body: string
  /** Machine time, in seconds since 1970. */
  nowSeconds: number
}

/** One thing a provider says of a message; `token` as our header gave it. */
export interface ProviderReport {
  token: string
  mail: Kept
}

/** A mail provider that reports by webhook. */
export interface Provider {
  /** Whether the call is theirs: its signature, or the secret they were given, and its age where they sign that. */
  isGenuine(call: Call, secret: string): boolean | Promise<boolean>
  /** What a genuine call asks for besides: that its address be confirmed. */
  greet?(body: unknown): Promise<void>
  /** What it says that matters here; opens, deliveries and what is about no message of ours are left out. */
  read(body: unknown): ProviderReport[]
}

/** Providers try again for hours; what is older than a day is somebody else's copy. Seconds. */
export const MAX_AGE_SECONDS = 86_400
