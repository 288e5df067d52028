/* global document, fetch, clearTimeout, URLSearchParams */

const AFTER = 400
const ASKED = /\[(givenName|familyName|birthDate-(?:day|month|year))\]$/

/** Shows who may be registered already while a child's name and date of birth are typed. Nothing moves the focus. */
export function showMatches() {
  for (const child of document.querySelectorAll('[data-matches]')) showMatchesOf(child)
}

function showMatchesOf(child) {
  const found = child.querySelector('[data-matches-found]')
  let timer
  let last = ''

  const look = async () => {
    const wanted = wantedIn(child)
    if (String(wanted) === last) return
    last = String(wanted)
    const body = isEnough(wanted) ? await matchesOf(child.dataset.matches, wanted) : ''
    // An answer that comes after more was typed is about somebody else.
    if (body !== undefined && String(wanted) === last) found.innerHTML = body
  }

  child.addEventListener('input', ({ target }) => {
    if (!ASKED.test(target.name)) return
    clearTimeout(timer)
    timer = setTimeout(look, AFTER)
  })
  look()
}

async function matchesOf(address, wanted) {
  const token = document.querySelector('input[name="_csrf"]')?.value ?? ''
  try {
    const answer = await fetch(address, { method: 'POST', headers: { 'x-csrf-token': token }, body: wanted })
    return answer.ok ? await answer.text() : undefined
  } catch {
    // Without a connection nobody is found; the page that follows looks again.
    return undefined
  }
}

function wantedIn(child) {
  const wanted = new URLSearchParams()
  for (const { name, value } of child.querySelectorAll('input')) {
    const field = ASKED.exec(name)?.[1]
    if (field && value.trim()) wanted.set(field, value.trim())
  }
  return wanted
}

/** Two of given name, family name and a whole date of birth: one is shared by too many. */
function isEnough(wanted) {
  const isDated = ['day', 'month', 'year'].every((part) => wanted.has(`birthDate-${part}`))
  return [wanted.has('givenName'), wanted.has('familyName'), isDated].filter(Boolean).length > 1
}
