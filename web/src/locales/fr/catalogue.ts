import { activity } from './activity'
import { answers } from './answers'
import { app } from './app'
import { asked } from './asked'
import { brand } from './brand'
import { canvas } from './canvas'
import { changes } from './changes'
import { checks } from './checks'
import { common } from './common'
import { customers } from './customers'
import { faulty } from './faulty'
import { figures } from './figures'
import { home } from './home'
import { images } from './images'
import { inspector } from './inspector'
import { lanes } from './lanes'
import { live } from './live'
import { mailEditor } from './mail-editor'
import { newsletters } from './newsletters'
import { outline } from './outline'
import { pages } from './pages'
import { pressure } from './pressure'
import { provider } from './provider'
import { publish } from './publish'
import { scheduled } from './scheduled'
import { scores } from './scores'
import { segments } from './segments'
import { sender } from './sender'
import { sending } from './sending'
import { settings } from './settings'
import { setup } from './setup'
import { shortcuts } from './shortcuts'
import { status } from './status'
import { templates } from './templates'
import { tryTexts } from './try'
import { versions } from './versions'

/** Every text of the app in French, with French typography. */
export const fr = {
  ...common,
  ...app,
  ...activity,
  ...asked,
  ...answers,
  ...brand,
  ...faulty,
  ...figures,
  ...home,
  ...canvas,
  ...changes,
  ...checks,
  ...newsletters,
  ...outline,
  ...images,
  ...lanes,
  ...live,
  ...inspector,
  ...pressure,
  ...sender,
  ...sending,
  ...shortcuts,
  ...provider,
  ...publish,
  ...customers,
  ...mailEditor,
  ...pages,
  ...scheduled,
  ...scores,
  ...segments,
  ...settings,
  ...setup,
  ...status,
  ...templates,
  ...tryTexts,
  ...versions,
}
