/** `children[1]` and `person` make `children[1].person`. */
export function pathTo(at: string | undefined, name: string): string {
  return at ? `${at}.${name}` : name
}

/** The name a browser posts a field under: `children[1].person.upn` is `children[1][person][upn]`. */
export function inputName(path: string): string {
  const [first = '', ...rest] = path.split('.')
  return first + rest.map((name) => `[${name}]`).join('')
}

/** The name of one box of a field that has several: `person[birthDate-day]`. */
export function partName(path: string, part: string): string {
  return inputName(`${path}-${part}`)
}

/** The id of a field's input: `children-1-person-upn`. */
export function inputId(path: string): string {
  return path.replace(/[.[\]]+/g, '-').replace(/-$/, '')
}
