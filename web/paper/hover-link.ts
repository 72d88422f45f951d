/** While the pointer is on a box or a fact, its counterparts are hinted at; no drawing anew, so it costs nothing. */
import { useEffect } from 'preact/hooks'

const HINT = 'hinted'

export function useHoverLink(frame: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const root = frame.current
    if (!root) return
    let shown: string | undefined
    const onOver = (event: PointerEvent) => {
      const place = (event.target as Element).closest<HTMLElement>('[data-fact], [data-fact-row]')
      const fact = place?.dataset.fact ?? place?.dataset.factRow
      if (fact === shown) return
      for (const element of root.querySelectorAll(`.${HINT}`)) element.classList.remove(HINT)
      shown = fact
      if (fact === undefined) return
      const id = CSS.escape(fact)
      for (const element of root.querySelectorAll(`[data-fact="${id}"], [data-fact-row="${id}"]`)) {
        element.classList.add(HINT)
      }
    }
    root.addEventListener('pointerover', onOver)
    return () => root.removeEventListener('pointerover', onOver)
  }, [frame])
}
