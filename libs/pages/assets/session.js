/* global document, fetch, window, clearTimeout */

/** From how many seconds before the session ends people are told. */
const WARN_AT = 5 * 60
const LOOK_EVERY = 60
const LOOK_AGAIN_EVERY = 15

/** Warns before the session ends, lets people stay, and keeps what they typed where it has ended. */
export function watchSession() {
  const dialog = document.querySelector('[data-session-warning]')
  if (!dialog) return
  const part = (name) => dialog.querySelector(`[data-session-${name}]`)
  let token
  let timer

  const look = async (how = {}) => {
    clearTimeout(timer)
    try {
      const answer = await fetch('/session', { headers: { accept: 'application/json' }, ...how })
      show(await answer.json())
    } catch {
      // Without a connection nothing is known: it is asked for again.
      again(LOOK_EVERY)
    }
  }
  const again = (seconds) => {
    timer = setTimeout(look, seconds * 1000)
  }

  const show = ({ secondsLeft, csrfToken }) => {
    if (typeof secondsLeft !== 'number') return again(LOOK_EVERY)
    if (csrfToken && csrfToken !== token) useToken(csrfToken)
    part('ending').hidden = secondsLeft <= 0
    part('ended').hidden = secondsLeft > 0
    part('left').textContent = inWords(secondsLeft)
    if (secondsLeft > WARN_AT) dialog.close()
    else if (!dialog.open) dialog.showModal()
    if (secondsLeft > 0) again(secondsLeft > WARN_AT ? Math.min(LOOK_EVERY, secondsLeft - WARN_AT) : LOOK_AGAIN_EVERY)
  }

  // Who signed in again has another token: the forms that stood open go on with it.
  const useToken = (fresh) => {
    token = fresh
    for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = fresh
  }

  part('stay').addEventListener('click', () => look({ method: 'POST', headers: { 'x-csrf-token': token ?? '' } }))
  window.addEventListener('focus', () => look())
  look()
}

function inWords(seconds) {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
