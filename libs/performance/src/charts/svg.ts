/** Drawing in SVG: strings only, the same for the same data, and no style, script or id of its own. */

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element. Attributes that are undefined are left out, lengths are cut to two decimals, and values are escaped. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? length(value) : escaped(String(value))}"`)
    .join('')
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`
}

/** Words at a place, as tall as body text. */
export function words(x: number, y: number, said: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(said))
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string {
  return element('line', { x1, y1, x2, y2, stroke: INK, ...attributes })
}

/** What a chart says of itself to somebody who does not see it. */
export interface About {
  /** Unique on the page: the chart's title and description are found by it. */
  readonly id: string
  readonly title: string
}

/** Text is 16 px where the chart is shown at its own size: a page lets a narrow screen scroll it, not shrink it. */
export const TEXT = 16
/** The colour of the page's own text, so that a reader's own colours hold. */
export const INK = 'currentColor'
/** Blue of the GOV.UK palette: 5.2 to 1 against white, and no line or bar is told from another by it alone. */
export const OURS = '#1d70b8'

/** The whole picture: one image to a screen reader, with a name and a description. */
export function picture(
  { id, title }: About,
  description: string,
  size: { readonly width: number; readonly height: number },
  ...content: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${length(size.width)} ${length(size.height)}`,
      'font-size': TEXT,
      fill: INK,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    ...content,
  )
}

/** The most that the words are likely to take: letters of the wider sans serifs are 0.6 as wide as they are tall. */
export function widthOf(said: string): number {
  return said.length * TEXT * 0.6
}

/** The words in lines of at most that width, broken between words. */
export function wrapped(said: string, width: number): readonly string[] {
  return said.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined) return [word]
    const longer = `${last} ${word}`
    return widthOf(longer) <= width ? [...lines.slice(0, -1), longer] : [...lines, word]
  }, [])
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(said: string): string {
  return said.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}

function length(value: number): string {
  return String(Number(value.toFixed(2)))
}
