// Who is signed in. The token itself is handed over once and never kept here.

/** The session, or null when no user is signed in. */
export async function currentSession() {
  const answer = await fetch('/session');
  return answer.status === 200 ? answer.json() : null;
}

/** Exchanges a token for a session: 'in', 'refused' or 'failed'. */
export async function signIn(token) {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'dutyledger' },
      body: JSON.stringify({ token }),
    });
    if (answer.ok) {
      return 'in';
    }
    return answer.status >= 500 ? 'failed' : 'refused';
  } catch (unreachable) {
    return 'failed';
  }
}

export async function signOut() {
  await fetch('/session', { method: 'DELETE', headers: { 'X-Requested-With': 'dutyledger' } });
}

/** Takes a token out of the address (#token=…), so that it is neither bookmarked nor shown. */
export function tokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) {
    history.replaceState(null, '', location.pathname + location.search);
  }
  return token;
}
