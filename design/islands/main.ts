/**
 * Behaviour of every page, hydrated or not. Everything listens on the document, so that it holds for what arrives later; nothing
 * here is needed for the page to work.
 */
import './theme.ts'
import './forms.ts'
import './disclosure.ts'
import './copy.ts'
import './print.ts'
import './passkey.ts'
import './offline.ts'
import './seen.ts'
import './session.ts'
import './suggest.ts'

document.documentElement.dataset['islands'] = ''
