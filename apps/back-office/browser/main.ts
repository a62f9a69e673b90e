import './idle.ts'
import './passkey.ts'

document.documentElement.dataset['script'] = ''
