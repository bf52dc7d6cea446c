/** The same items, the next one being made while this one is used. A failure comes in its place. */
export async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let coming = items.next()
  try {
    for (let next = await coming; !next.done; next = await coming) {
      coming = items.next()
      // It is thrown where it is awaited; until then nobody else is to be told.
      coming.catch(() => undefined)
      yield next.value
    }
  } finally {
    await coming.catch(() => undefined)
    await items.return(undefined)
  }
}
