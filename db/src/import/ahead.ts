/** The same items, the next one being made while this one is used. A failure comes in its place. */
export async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  // Kept until its turn: a failure is thrown where its item would have come, and to nobody before.
  const make = () =>
    items.next().then(
      (made) => () => made,
      (error: unknown) => () => {
        throw error
      },
    )
  let coming = make()
  try {
    for (let next = (await coming)(); !next.done; next = (await coming)()) {
      coming = make()
      yield next.value
    }
  } finally {
    // Comes after whatever is still being made.
    await items.return(undefined)
  }
}
