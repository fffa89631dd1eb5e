// The four figures of Lighthouse for pages of the web client, as a Markdown table. README.md of src/bench says how to run it.
//
// Each page is measured several times; a figure is the median. The phone is Lighthouse's default: a slow phone on a slow
// mobile network, both simulated. The desktop is its preset.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const [origin = 'http://localhost:8080', rounds = '3'] = process.argv.slice(2);
const member = { username: 'ada@demo.howsmytrack.com', password: 'demo feedback please' };

async function graphql(query, variables, cookie = '') {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) {
    throw new Error(JSON.stringify(errors));
  }
  return { data, cookie: response.headers.get('set-cookie')?.split(';')[0] };
}

async function signIn() {
  const { cookie } = await graphql(
    'mutation ($username: String!, $password: String!) { tokenAuth(username: $username, password: $password) { payload } }',
    member,
  );
  return cookie;
}

async function newestGroup(cookie) {
  const { data } = await graphql('{ feedbackGroups { id } }', {}, cookie);
  return data.feedbackGroups[0].id;
}

/** Gives Chrome the session. A header on each request would not reach the client's WebSocket. */
async function setCookie(port, cookie) {
  const { webSocketDebuggerUrl } = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const [name, value] = cookie.split('=', 2);
  const answer = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  socket.send(JSON.stringify({ id: 1, method: 'Storage.setCookies', params: { cookies: [{ name, value, url: origin, httpOnly: true }] } }));
  const { error } = JSON.parse((await answer).data);
  socket.close();
  if (error !== undefined) {
    throw new Error(error.message);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const cookie = await signIn();
const group = await newestGroup(cookie);
// The first page is measured as a visitor, the others as a member.
const memberPages = [
  ['home', '/'],
  ['group', `/group/${group}`],
  ['settings', '/settings'],
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

async function measure(chrome, config, device, name, path) {
  const results = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const { lhr } = await lighthouse(origin + path, { port: chrome.port, onlyCategories: categories }, config);
    results.push(lhr);
  }
  const figures = categories.map((category) => median(results.map((lhr) => Math.round(lhr.categories[category].score * 100))));
  console.log(`| ${name} | ${device} | ${figures.join(' | ')} |`);
  for (const audit of Object.values(results[0].audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')) {
    console.error(`${name}, ${device}: ${audit.id}: ${audit.title}`);
  }
}

console.log(`| page | device | ${categories.join(' | ')} |`);
console.log(`|---|---|${'--:|'.repeat(categories.length)}`);
for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
  const chrome = await launch({ chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    await measure(chrome, config, device, 'landing', '/');
    await setCookie(chrome.port, cookie);
    for (const [name, path] of memberPages) {
      await measure(chrome, config, device, name, path);
    }
  } finally {
    await chrome.kill();
  }
}
