// Queries and mutations by POST, with the session cookie.

/** Returns the data of the response. Fails for GraphQL errors. */
export async function execute(api, cookie, query, variables = {}) {
  return (await send(api, cookie, query, variables)).data;
}

/** Returns the cookie of a new session. */
export async function signIn(api, { username, password }) {
  const { response } = await send(
    api,
    '',
    'mutation ($username: String!, $password: String!) { tokenAuth(username: $username, password: $password) { payload } }',
    { username, password },
  );
  return response.headers.getSetCookie()[0].split(';')[0];
}

async function send(api, cookie, query, variables) {
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new Error(JSON.stringify(errors));
  }
  return { response, data };
}
