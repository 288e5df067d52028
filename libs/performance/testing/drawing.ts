import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** One element of a drawing, with the words directly in it. */
export interface Drawn {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

/** The elements of an SVG, in order. Throws where it is not well-formed XML. */
export function readDrawing(svg: string): readonly Drawn[] {
  const found: Drawn[] = []
  const open: Drawn[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const drawn = { name, attributes, text: '' }
    found.push(drawn)
    open.push(drawn)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(svg).close()
  return found
}

/** The words that are seen in a drawing, in order. */
export function wordsSeen(svg: string): readonly string[] {
  return readDrawing(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
}

/** What a screen reader says of a drawing. */
export function wordsSaid(svg: string): {
  readonly name: string | undefined
  readonly description: string | undefined
} {
  const drawing = readDrawing(svg)
  const [root] = drawing
  const named = (attribute: string) =>
    drawing.find(({ attributes }) => attributes.id !== undefined && attributes.id === root?.attributes[attribute])?.text
  return { name: named('aria-labelledby'), description: named('aria-describedby') }
}
