import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket } from '@/test/fakeSocket';
import { conversation, group, groupPage, payload, refused, reply, sent } from '@/test/groups';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  fakeSocket();
  server.on('Conversation', () => conversation([]));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function showPage(received: unknown[], fields: Record<string, unknown> = {}) {
  const open = group({
    members: 2,
    feedbackResponses: [sent(1), sent(2)],
    userFeedbackResponses: received,
    userFeedbackResponseCount: received.length,
    ...fields,
  });
  server.on('GroupPage', () => groupPage(open));
  server.on('GroupForms', () => ({ data: { feedbackGroup: open } }));
  return renderRoutes(feedbackRoutes, '/group/12');
}

function entry(name: string) {
  return screen.findByRole('article', { name });
}

function rates(answer: unknown) {
  server.on('RateFeedback', () => ({ data: { rateFeedbackResponse: answer } }));
}

test('shows the own track and what the others wrote, to read and to rate', async () => {
  showPage([sent(21, { rating: 4 }), sent(22, { feedback: 'كل المدن بعيدة' })]);
  const yours = await entry('Tideline');
  expect(within(yours).getByText('Is the kick too loud?')).toBeVisible();
  expect(within(await entry('Response 1')).getByText('Rated 4 of 5')).toBeVisible();
  const second = await entry('Response 2');
  expect(within(second).getByText('كل المدن بعيدة')).toHaveAttribute('dir', 'auto');
  expect(within(second).getByText(/You can rate once, and not change it later/)).toBeVisible();
  expect(within(second).getByText('Rate it')).toBeVisible();
  expect(screen.getByRole('heading', { name: '1 response to rate' })).toBeVisible();
});

test('rates by keyboard, once, and opens the conversation', async () => {
  showPage([sent(21)]);
  rates(payload('RateFeedbackResponsePayload', { feedbackResponse: sent(21, { rating: 3 }) }));
  const user = userEvent.setup();
  const first = await entry('Response 1');
  within(first)
    .getByRole('radio', { name: /^1 of 5/ })
    .focus();
  await user.keyboard(' {ArrowRight}{ArrowRight}');
  expect(within(first).getByRole('radio', { name: /^3 of 5/ })).toBeChecked();
  expect(server.calls('RateFeedback')).toHaveLength(0);
  await user.dblClick(within(first).getByRole('button', { name: 'Send rating' }));
  expect(await within(first).findByText('Rated 3 of 5')).toBeVisible();
  expect(within(first).getByRole('group', { name: 'Rating of response 1' })).toHaveFocus();
  expect(
    await within(first).findByText('They allow replies. Ask what you would ask in the studio.'),
  ).toBeVisible();
  expect(server.calls('RateFeedback')).toEqual([{ feedbackResponseId: 21, rating: 3 }]);
});

test('shows the rating of another tab, and no response that arrived meanwhile', async () => {
  showPage([sent(21)]);
  const user = userEvent.setup();
  const first = await entry('Response 1');
  await user.click(within(first).getByRole('radio', { name: /^5 of 5/ }));
  rates(refused('RateFeedbackResponsePayload', 'ALREADY_RATED', 'Feedback has already been rated'));
  const now = group({
    feedbackResponses: [sent(1), sent(2)],
    userFeedbackResponses: [sent(21, { rating: 2 }), sent(22)],
    userFeedbackResponseCount: 2,
  });
  server.on('GroupPage', () => groupPage(now));
  server.on('GroupForms', () => ({ data: { feedbackGroup: now } }));
  await user.click(within(first).getByRole('button', { name: 'Send rating' }));
  expect(await within(first).findByText('Rated 2 of 5')).toBeVisible();
  expect(screen.queryByRole('article', { name: 'Response 2' })).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'All responses rated' })).toBeVisible();
});

test('says that a rating was not sent', async () => {
  showPage([sent(21)]);
  server.on('RateFeedback', () => new Response('', { status: 502 }));
  const user = userEvent.setup();
  const first = await entry('Response 1');
  await user.click(within(first).getByRole('radio', { name: /^5 of 5/ }));
  await user.click(within(first).getByRole('button', { name: 'Send rating' }));
  expect(await within(first).findByRole('alert')).toHaveTextContent(/The server has a problem/);
  expect(within(first).getByRole('radio', { name: /^5 of 5/ })).toBeChecked();
});

test('offers no conversation about a response that allows none', async () => {
  showPage([sent(21, { rating: 5, allowReplies: false })]);
  const first = await entry('Response 1');
  expect(within(first).getByText('The author of this response does not allow replies.')).toBeVisible();
  expect(within(first).queryByRole('region')).not.toBeInTheDocument();
});

test('tells how many replies open with the rating, and does not ask for them before', async () => {
  showPage([sent(21, { replies: 1, unreadReplies: 1 })]);
  const first = await entry('Response 1');
  expect(within(first).getByText(/1 reply opens after your rating/)).toBeVisible();
  expect(server.calls('Conversation')).not.toContainEqual({ feedbackResponseId: 21 });
});

test('says what to do while there is no response', async () => {
  showPage([]);
  expect(await screen.findByText(/No response on your track yet/)).toBeVisible();
  expect(screen.getByText(/so yours is open\. Nobody has written to you yet\./)).toBeVisible();
});

test('shows what the member wrote in the other tab, with its conversations', async () => {
  showPage([sent(21)], { feedbackResponses: [sent(1, { replies: 1, unreadReplies: 1 }), sent(2)] });
  server.on('Conversation', ({ feedbackResponseId }) =>
    conversation(feedbackResponseId === 1 ? [reply(31, 'Them', 'Which synth?')] : []),
  );
  server.on('MarkRepliesAsRead', () => ({
    data: {
      markRepliesAsRead: payload('MarkRepliesAsReadPayload', {
        feedbackResponses: [sent(1, { replies: 1 })],
      }),
    },
  }));
  const user = userEvent.setup();
  const tab = await screen.findByRole('link', { name: /What you wrote 1\s*new reply/ });
  await user.click(tab);
  expect(await screen.findByText('Which synth?')).toBeVisible();
  expect(screen.getByText('Text of response 2')).toBeVisible();
  await waitFor(() => {
    expect(screen.getByRole('link', { name: 'What you wrote' })).toHaveAttribute('aria-current', 'page');
  });
});
