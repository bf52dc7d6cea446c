/**
 * What the driver needs of a database's address. Beside `postgres://user:password@host:port/name` it may name the
 * folder of a Unix socket as libpq does, `?host=/folder`: the host before it is then not asked.
 */
export function databaseAddress(databaseUrl: string): { url: string; path?: string } {
  const address = new URL(databaseUrl)
  const folder = address.searchParams.get('host')
  if (!folder?.startsWith('/')) return { url: databaseUrl }
  address.searchParams.delete('host')
  return { url: address.href, path: `${folder}/.s.PGSQL.${address.port || '5432'}` }
}
