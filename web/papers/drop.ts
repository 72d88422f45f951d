import { useState } from 'preact/hooks'

export interface DropHandlers {
  onDragOver(event: DragEvent): void
  onDragLeave(event: DragEvent): void
  onDrop(event: DragEvent): void
}

/** Makes an element take dropped files, and says whether some hover over it. */
export function useDrop(onFiles: (files: readonly File[]) => void): { isOver: boolean; handlers: DropHandlers } {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    handlers: {
      onDragOver(event) {
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event) {
        if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop(event) {
        event.preventDefault()
        setOver(false)
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}
