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

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const cookie = await signIn();
const group = await newestGroup(cookie);
const pages = [
  ['landing', '/', undefined],
  ['home', '/', cookie],
  ['group', `/group/${group}`, cookie],
  ['settings', '/settings', cookie],
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

console.log(`| page | device | ${categories.join(' | ')} |`);
console.log(`|---|---|${'--:|'.repeat(categories.length)}`);
const chrome = await launch({ chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
try {
  for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
    for (const [name, path, session] of pages) {
      const results = [];
      for (let round = 0; round < Number(rounds); round += 1) {
        const extraHeaders = session === undefined ? {} : { Cookie: session };
        const { lhr } = await lighthouse(origin + path, { port: chrome.port, extraHeaders, onlyCategories: categories }, config);
        results.push(lhr);
      }
      const figures = categories.map((category) => median(results.map((lhr) => Math.round(lhr.categories[category].score * 100))));
      console.log(`| ${name} | ${device} | ${figures.join(' | ')} |`);
      for (const audit of Object.values(results[0].audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')) {
        console.error(`${name}, ${device}: ${audit.id}: ${audit.title}`);
      }
    }
  }
} finally {
  await chrome.kill();
}
