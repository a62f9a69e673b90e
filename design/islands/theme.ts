import { themeKey } from '#design/theme.ts'
import { on } from './on.ts'

const root = document.documentElement.dataset

const show = () => {
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.ariaPressed = String(button.dataset['themeChoice'] === (root['frTheme'] ?? 'system'))
  }
}

on('click', '[data-theme-choice]', ({ dataset: { themeChoice } }) => {
  if (themeChoice === 'system') {
    localStorage.removeItem(themeKey)
    delete root['frTheme']
    delete root['frScheme']
  } else {
    localStorage.setItem(themeKey, themeChoice!)
    root['frTheme'] = root['frScheme'] = themeChoice
  }
  show()
})

show()
