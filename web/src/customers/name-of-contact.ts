import type { ContactRef } from '../api/types'

/** First and last name, else the address, else the client's number, else what is said of someone unknown. */
export function nameOfContact(contact: ContactRef, nameless: string): string {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ')
  return name || contact.email || contact.externalId || nameless
}

/** Two letters for the round mark; of a number, its last two digits: customers in a row differ there. */
export function initialsOf(name: string): string {
  if (/^\d+$/.test(name)) return name.slice(-2)
  const words = name.split(/[\s@.]+/).filter(Boolean)
  return ((words[0]?.[0] ?? '?') + (words[1]?.[0] ?? '')).toUpperCase()
}
