/** A short name that no topic has yet, made of its English one: what scenarios and choices refer to for good. */
export function topicKey(name: string, taken: readonly { key: string }[]): string {
  const base =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 30) || 'topic'
  const isTaken = (key: string) => taken.some((topic) => topic.key === key)
  let key = base
  for (let n = 2; isTaken(key); n++) key = `${base}-${n}`
  return key
}
