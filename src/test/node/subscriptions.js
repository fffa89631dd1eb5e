// The scenarios of SubscriptionClientTests, StreamRestartTests and StreamDrainTests. Each returns what the user of the
// library receives.
import { execute, signIn } from './api.js';
import { OPTIONS, createClient } from './clients.js';
import { run, step } from './script.js';

const NOTIFICATIONS = { query: 'subscription { notificationsChanged { openForms unreadReplies } }' };

// Scenarios in which the server rejects further connections.
const RETRIES = { visitor: 0, signedOut: 1 };

const scenarios = {
  async follow({ client }) {
    const stream = client.iterate(NOTIFICATIONS);
    const first = await next(stream);
    await step('subscribed');
    return [first, await next(stream)];
  },

  async unsubscribe({ client }) {
    const streams = [1, 2, 3].map(() => client.iterate(NOTIFICATIONS));
    await Promise.all(streams.map(next));
    await streams[0].return();
    await step('unsubscribed');
    const received = await Promise.all(streams.slice(1).map(next));
    return { received, connections: client.connections };
  },

  /** The rejected documents must not end the stream that was open before. */
  async rejected({ client, documents }) {
    const stream = client.iterate(NOTIFICATIONS);
    await next(stream);
    const ends = [];
    for (const query of documents) {
      ends.push(await end(client.iterate({ query })));
    }
    await step('rejected');
    return { ends, received: await next(stream) };
  },

  async named({ client, requests }) {
    return Promise.all(requests.map((request) => next(client.iterate(request))));
  },

  async visitor({ client }) {
    return end(client.iterate(NOTIFICATIONS));
  },

  async signedOut({ client, api, cookie }) {
    const stream = client.iterate(NOTIFICATIONS);
    await next(stream);
    await execute(api, cookie, 'mutation { signOutEverywhere { success } }');
    return end(stream);
  },

  async restarted({ client }) {
    const stream = client.iterate(NOTIFICATIONS);
    const before = await next(stream);
    await step('subscribed');
    const afterRestart = await next(stream);
    await step('subscribed again');
    return [before, afterRestart, await next(stream)];
  },

  /** Another instance takes over. */
  async drained({ client }) {
    const stream = client.iterate(NOTIFICATIONS);
    const received = [await next(stream)];
    await step('subscribed');
    const closeCode = await client.closeCode;
    await step('closed');
    received.push(await next(stream));
    await step('subscribed again');
    received.push(await next(stream));
    return { received, closeCode, attempts: client.attempts };
  },

  /** No instance is ready for some time. */
  async interrupted({ client }) {
    const stream = client.iterate(NOTIFICATIONS);
    await next(stream);
    await step('subscribed');
    try {
      return { received: await next(stream) };
    } catch (problem) {
      return { problem: problem.message };
    }
  },

  async idle({ client }) {
    const stream = client.iterate(NOTIFICATIONS);
    await next(stream);
    await stream.return();
    await step('unsubscribed');
    const closeCode = await client.closeCode;
    await step('closed');
    const attempts = client.attempts;
    const received = await next(client.iterate(NOTIFICATIONS));
    return { closeCode, attempts: [attempts, client.attempts], received };
  },
};

async function next(stream) {
  const { value, done } = await stream.next();
  if (done || value.errors) {
    throw new Error(done ? 'The stream has ended.' : JSON.stringify(value.errors));
  }
  return value.data.notificationsChanged;
}

/** Reads the stream until it ends. Returns the codes of its errors, or why it could not be opened. */
async function end(stream) {
  const codes = [];
  try {
    for await (const { data, errors = [] } of stream) {
      if (data) {
        throw new Error(`Unexpected data: ${JSON.stringify(data)}`);
      }
      codes.push(...errorCodes(errors));
    }
    return codes;
  } catch (problem) {
    if (Array.isArray(problem)) {
      return errorCodes(problem);
    }
    if (problem.code) {
      return [String(problem.code)];
    }
    if (problem.type === 'error') {
      return [problem.message];
    }
    if (problem.response) {
      return [String(problem.response.status)];
    }
    throw problem;
  }
}

function errorCodes(errors) {
  return errors.map(({ message, extensions }) => extensions?.code ?? message);
}

await run(async ({ scenario, library, api, origin, account, options = '', ...details }) => {
  const cookie = account ? await signIn(api, account) : '';
  const retries = scenario in RETRIES ? { retryAttempts: RETRIES[scenario] } : {};
  const client = createClient(library, api, { cookie, origin }, { ...retries, ...OPTIONS[options] });
  return scenarios[scenario]({ client, api, cookie, ...details });
});
