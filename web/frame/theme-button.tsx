/** Light or dark: as the system says, until a person says otherwise. */
import { useState } from 'preact/hooks'

const KEY = 'calcigraph-theme'

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

export function ThemeButton() {
  const [dark, setDark] = useState(isDark)
  const toggle = () => {
    const next = dark ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    localStorage.setItem(KEY, next)
    setDark(!dark)
  }
  return (
    <button
      type="button"
      class="icon-button"
      onClick={toggle}
      aria-label={dark ? 'Use light colours' : 'Use dark colours'}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <title>{dark ? 'Light' : 'Dark'}</title>
        {dark ? (
          <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round">
            <circle cx="10" cy="10" r="3.6" />
            <path d="M10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7 6 6M14 14l1.3 1.3M4.7 15.3 6 14M14 6l1.3-1.3" />
          </g>
        ) : (
          <path
            d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-linejoin="round"
          />
        )}
      </svg>
    </button>
  )
}
