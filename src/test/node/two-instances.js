// The member of the benchmark `two-instances`. The stream goes through a proxy to one of two instances. The benchmark says
// through which instance to submit a form.
import { createClient } from './clients.js';
import { execute } from './api.js';
import { run, step } from './script.js';

const NOTIFICATIONS = { query: 'subscription { notificationsChanged { openForms unreadReplies } }' };

const SUBMIT = `mutation ($form: Int!, $feedback: String!) {
  submitFeedbackResponse(feedbackResponseId: $form, feedback: $feedback, allowReplies: true) { success error }
}`;

const FEEDBACK = 'The intro carries, the low end fights with the voice from 1:20 on; try to duck it a little.';

/** The events of a stream, each with the time of its arrival in milliseconds since 1970. */
class Events {
  received = [];
  #arrived = () => {};

  async read(stream) {
    for await (const { data, errors } of stream) {
      if (errors) {
        throw new Error(JSON.stringify(errors));
      }
      this.received.push({ ...data.notificationsChanged, at: now() });
      this.#arrived();
    }
    throw new Error('The stream has ended.');
  }

  /** Waits until the last event has this number of open forms. */
  async until(openForms) {
    while (this.received.at(-1)?.openForms !== openForms) {
      await new Promise((resolve) => (this.#arrived = resolve));
    }
    return this.received.at(-1);
  }
}

function now() {
  return performance.timeOrigin + performance.now();
}

await run(async ({ stream, cookie, openForms }) => {
  // With the default number of retries and the default pauses between them.
  const client = createClient('graphql-ws', stream, { cookie }, { retryAttempts: undefined, retryWait: undefined });
  const events = new Events();
  const ended = events.read(client.iterate(NOTIFICATIONS));

  async function submit({ api, form }) {
    const { submitFeedbackResponse } = await execute(api, cookie, SUBMIT, { form, feedback: FEEDBACK });
    if (!submitFeedbackResponse.success) {
      throw new Error(submitFeedbackResponse.error);
    }
    return {};
  }

  const commands = {
    submit,

    /** Returns the milliseconds from the request until its response and until the event. */
    async submitAndAwait({ api, form, openForms }) {
      const sent = now();
      const event = events.until(openForms);
      await submit({ api, form });
      const answered = now();
      return { response: answered - sent, event: (await event).at - sent };
    },

    /** Returns the events since the time, and how long after that time the awaited one arrived. */
    async awaitSince({ since, openForms }) {
      const event = await events.until(openForms);
      return {
        milliseconds: event.at - since,
        openForms: events.received.filter(({ at }) => at >= since).map((received) => received.openForms),
        connections: client.connections,
      };
    },
  };

  await Promise.race([events.until(openForms), ended]);
  let command = await step('ready');
  while (command.command !== 'end') {
    const answer = await Promise.race([commands[command.command](command), ended]);
    command = await step('done', answer);
  }
  return {};
});
