import type { Chance, Some } from '../chance/chance.js'

type Parts = readonly [first: Some<string>, last: Some<string>]

/** All put together from parts, so that nobody is called so. */
const given: Parts = [
  list('Bral Dorv Fensk Gwell Ivl Jasp Kerv Lumb Morv Nolv Osk Quen Rilv Selv Tamb Urs Wilv Yarl Zand'),
  list('a ala el en i ika in o on ora wen'),
]
const family: Parts = [
  list('Brindle Cinder Dapple Ember Fennel Gorse Hazle Inkle Juniper Kestrel Linnet Mallow Nettle Otter Pepper Russet'),
  list('beck bridge croft dale fold garth ham holt hurst mantle mere quill shaw stow thorpe wick'),
]
const streets: Parts = [
  list('Bobbin Candle Drover Farrier Glover Lantern Milestone Saddler Tinker Weaver'),
  list('Close Lane Rise Road Row Street Terrace Walk'),
]
const letters = list('A B D E F G H J L N P Q R S T U W X Y Z')

export const givenName = (chance: Chance): string => joined(chance, given)
export const familyName = (chance: Chance): string => joined(chance, family)
export const address = (chance: Chance): string => `${chance.whole([1, 180])} ${joined(chance, streets, ' ')}`

/** There are no post towns that begin with ZZ. */
export function postcode(chance: Chance): string {
  return `ZZ${chance.whole([1, 9])} ${chance.whole([1, 9])}${chance.pick(letters)}${chance.pick(letters)}`
}

function joined(chance: Chance, [first, last]: Parts, between = ''): string {
  return chance.pick(first) + between + chance.pick(last)
}

function list(text: string): Some<string> {
  const [first = '', ...rest] = text.split(' ')
  return [first, ...rest]
}
