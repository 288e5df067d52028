/* global document, fetch, clearTimeout, window, history, location, URLSearchParams, FormData */

const AFTER = 2000

/** Keeps what is typed into the forms of a page, two seconds after typing stops and when the page is left. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) keepDraftOf(form)
}

function keepDraftOf(form) {
  let timer
  let kept = String(fieldsOf(form))
  let isSent = false

  const keep = async (how = {}) => {
    clearTimeout(timer)
    const fields = fieldsOf(form)
    if (isSent || String(fields) === kept) return
    kept = String(fields)
    try {
      await fetch('/drafts', { method: 'POST', body: fields, ...how })
    } catch {
      // Without a connection it is tried again with the next key.
      kept = undefined
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, AFTER)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep({ keepalive: true })
  })
  // What is on its way must not be overtaken by what stood there before; whoever comes back types on.
  form.addEventListener('submit', () => {
    isSent = true
    history.replaceState(history.state, '', addressOf(form))
  })
  window.addEventListener('pageshow', () => (isSent = false))
}

/** Where the form is shown as it was left: whoever goes back to this page comes to what they typed. */
function addressOf(form) {
  const action = new URL(form.getAttribute('action'), location.href)
  const address = action.pathname === location.pathname ? new URL(location.href) : action
  address.searchParams.set('form', form.dataset.draft)
  return address
}

/** As the form itself would be posted, and where it is. */
function fieldsOf(form) {
  const fields = new URLSearchParams(new FormData(form))
  fields.set('_path', form.getAttribute('action'))
  return fields
}
