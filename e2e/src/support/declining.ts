import { expect, type Page } from '@playwright/test'
import { steps } from './canvas'
import { type Relance, testWorkspace } from './relance'
import { draftFrom, drawnText, openScenario } from './scenario'

/** A draft of the declining-activity template in a workspace of its own, open on the canvas. */
export async function openDeclining(page: Page, workspace: string) {
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const flowId = await draftFrom(relance, 'declining-activity')
  await openScenario(page, relance, workspace, flowId)
  await expect(steps(page)).toHaveCount(10)
  return { relance, flowId }
}

/** Takes back the last act and waits until the server holds the draft as it was, as `drawnText` gives it. */
export async function undoTo(page: Page, relance: Relance, flowId: string, before: string) {
  await page.keyboard.press('Control+z')
  await expect.poll(() => drawnText(relance, flowId)).toBe(before)
}
