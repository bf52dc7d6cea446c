import { readFile } from 'node:fs/promises'

/** The return addresses that the fixtures name. */
const ADDRESS = /(bounce|reply)\+[0-9a-v]{55}@mail\.shop\.example/g

/**
 * A mail that came back, as a server or a person would have sent it.
 * @param name of a file in inbound/fixtures, without its ending
 * @param token whose message it is about; left out: nobody's
 */
export async function returnedFixture(name: string, token?: string): Promise<Buffer> {
  const file = await readFile(new URL(`../inbound/fixtures/${name}.eml`, import.meta.url))
  if (token === undefined) return file
  return Buffer.from(
    file.toString('latin1').replaceAll(ADDRESS, `$1+${token}@mail.shop.example`),
    'latin1',
  )
}
