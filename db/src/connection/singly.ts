import { isInfrastructure } from './passing-error'

/** For `catch`: a failure as an answer among others. */
export const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))

/**
 * Tries a piece of work on all items at once; when it fails, takes them one by one, so that what is wrong with one
 * stays with that one. The database being away is nobody's fault and is thrown on.
 */
export async function singly<Item, Answer>(
  items: Item[],
  one: (item: Item) => Promise<Answer>,
  all: () => Promise<Answer[]>,
): Promise<(Answer | Error)[]> {
  try {
    return await all()
  } catch (error) {
    if (isInfrastructure(error)) throw error
    const answers: (Answer | Error)[] = []
    for (const item of items) answers.push(await one(item).catch(asError))
    return answers
  }
}
