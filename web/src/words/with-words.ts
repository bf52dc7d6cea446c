import { loadWords } from './format-message'
import { readLanguage } from './language-store'

/** Fetches a part of the app together with all texts in the reader's language, which it may say from then on. */
export const withWords =
  <Part>(fetchIt: () => Promise<Part>) =>
  async (): Promise<Part> => {
    const [part] = await Promise.all([fetchIt(), loadWords(readLanguage())])
    return part
  }
