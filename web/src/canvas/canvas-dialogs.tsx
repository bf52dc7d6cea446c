import { useCanvas } from './canvas-context'
import { MatchDialog } from './clipboard/match-dialog'
import { ShortcutsDialog } from './keys/shortcuts-dialog'
import { PeopleDrawer } from './people/people-drawer'
import { RemoveEditedDialog } from './presence/remove-edited-dialog'
import { PublishDialog } from './publish/publish-dialog'
import { RequestDialog } from './publish/request-dialog'
import { ResumeDialog } from './publish/resume-dialog'
import { ScheduledDialog } from './publish/scheduled-dialog'
import { StopDialog } from './publish/stop-dialog'
import { RemoveRestDialog } from './remove-rest-dialog'
import { VersionsDialog } from './versions/versions-dialog'

/** Whatever lies over the canvas at the moment. */
export function CanvasDialogs() {
  const dialog = useCanvas((state) => state.dialog)
  return (
    <>
      <PeopleDrawer />
      <MatchDialog />
      {dialog === 'publish' && <PublishDialog />}
      {dialog === 'request' && <RequestDialog />}
      {dialog === 'resume' && <ResumeDialog />}
      {dialog === 'stop' && <StopDialog />}
      {dialog === 'scheduled' && <ScheduledDialog />}
      {dialog === 'remove-rest' && <RemoveRestDialog />}
      {dialog === 'remove-edited' && <RemoveEditedDialog />}
      {dialog === 'versions' && <VersionsDialog />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
    </>
  )
}
