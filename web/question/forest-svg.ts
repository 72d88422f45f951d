/** The shown plot as a file that looks the same anywhere: the colours are written into it. */

const STYLED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const

export function forestSvg(shown: SVGSVGElement): string {
  const copy = shown.cloneNode(true) as SVGSVGElement
  const originals = [shown, ...shown.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, index) => {
    const style = getComputedStyle(original)
    for (const name of STYLED) copies[index]!.setAttribute(name, style.getPropertyValue(name))
    copies[index]!.removeAttribute('class')
  })
  const { width, height } = shown.viewBox.baseVal
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}
