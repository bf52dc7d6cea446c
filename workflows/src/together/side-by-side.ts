/**
 * Does the work of many in one transaction at once, so that what they ask goes to Postgres together (`batched`).
 * Items of one key come one after another: they would step on each other. Waits for all, then throws the failure
 * that came first: those after it only say that the transaction is over.
 */
export async function sideBySide<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const lanes = new Map<string, Item[]>()
  for (const item of items) {
    const lane = lanes.get(keyOf(item))
    if (lane) lane.push(item)
    else lanes.set(keyOf(item), [item])
  }
  const failures: unknown[] = []
  const walk = async (lane: Item[]) => {
    for (const item of lane) {
      if (failures.length > 0) return
      await work(item)
    }
  }
  await Promise.all(
    [...lanes.values()].map((lane) => walk(lane).catch((error: unknown) => failures.push(error))),
  )
  if (failures.length > 0) throw failures[0]
}
