import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { callFault } from './call-fault'
import { isPublic } from './guarded-fetch'

/** Resolves a host for a connection, and refuses one that leads to a private network. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || !first) return done(error ?? callFault('no-address', { host }), '')
    if (!found.every(({ address }) => isPublic(address)))
      return done(callFault('private-host', { host }), '')
    if (options.all) return done(null, found)
    done(null, first.address, first.family)
  })
}
