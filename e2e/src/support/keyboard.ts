import { expect, type Page } from '@playwright/test'

/** A keyboard alone: counts presses that are no text, and wants to see after each where the focus is. */
export class Keyboard {
  presses = 0

  constructor(private readonly page: Page) {}

  async press(...keys: string[]) {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.presses++
      await expect.poll(() => this.seesFocus(), { message: `the focus after ${key}` }).toBe(true)
    }
  }

  /** The same key until something of this name holds the focus. */
  async pressTo(key: string, name: RegExp | string, most = 12) {
    for (let press = 0; press < most; press++) {
      await this.press(key)
      const held = await this.held()
      if (typeof name === 'string' ? held === name : name.test(held)) return
    }
    throw new Error(`${key} ${most} times does not lead to ${name}, but to ${await this.held()}`)
  }

  type(text: string) {
    return this.page.keyboard.type(text)
  }

  /** Chooses in the list that holds the focus: opens it, types what is wanted, takes it. */
  async choose(text: string) {
    await this.press('Enter')
    await expect(this.page.getByRole('listbox')).toBeVisible()
    await this.type(text)
    await this.press('Enter')
    await expect(this.page.getByRole('listbox')).toBeHidden()
  }

  /** The name of what holds the focus. */
  private held(): Promise<string> {
    return this.page.evaluate(() => {
      const held = document.activeElement
      return held?.getAttribute('aria-label') ?? held?.textContent ?? ''
    })
  }

  private seesFocus(): Promise<boolean> {
    return this.page.evaluate(() => {
      const held = document.activeElement
      if (!held?.matches(':focus-visible')) return false
      const { top, bottom, left, right } = held.getBoundingClientRect()
      return bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth
    })
  }
}
