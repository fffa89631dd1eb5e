import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket } from '@/test/fakeSocket';
import { conversation, form, group, groupPage, payload, refused, sent } from '@/test/groups';
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

function showPage(feedbackGroup: unknown) {
  server.on('GroupPage', () => groupPage(feedbackGroup));
  server.on('GroupForms', () => ({ data: { feedbackGroup } }));
  return renderRoutes(feedbackRoutes, '/group/12');
}

function entry(name: RegExp) {
  return screen.findByRole('article', { name });
}

function writes(answer: unknown) {
  server.on('SendFeedback', () => ({ data: { submitFeedbackResponse: answer } }));
}

test('keeps what is typed, counts it, and shows it again after the page was left', async () => {
  const { unmount } = showPage(group());
  const user = userEvent.setup();
  await user.type(within(await entry(/Track no 2/)).getByRole('textbox'), 'The kick is too long.');
  expect(within(await entry(/Track no 2/)).getByText('5 words')).toBeVisible();
  expect(within(await entry(/Track no 2/)).getByText('Draft')).toBeVisible();
  expect(
    within(screen.getByRole('complementary')).getByRole('link', { name: /2\. Track no 2 draft/ }),
  ).toBeVisible();
  unmount();
  showPage(group());
  expect(within(await entry(/Track no 2/)).getByRole('textbox')).toHaveValue('The kick is too long.');
});

test('sends a form once, also after a double click, and shows the text that was sent', async () => {
  showPage(group());
  writes(
    payload('SubmitFeedbackResponsePayload', { feedbackResponse: sent(2, { feedback: 'Shorter\nkick.' }) }),
  );
  const after = group({ feedbackResponses: [sent(1), sent(2, { feedback: 'Shorter\nkick.' }), form(3)] });
  server.on('GroupForms', () => ({ data: { feedbackGroup: after } }));
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'Shorter\nkick.');
  await user.click(within(second).getByRole('checkbox', { name: 'The owner may reply' }));
  await user.dblClick(within(second).getByRole('button', { name: 'Send feedback' }));
  expect(await within(second).findByText('You wrote')).toBeVisible();
  expect(within(second).getByText(/Shorter\s+kick\./)).toBeVisible();
  expect(screen.getByText('Sent. 1 form to go.')).toBeVisible();
  expect(within(second).getByRole('heading', { name: /Track no 2/ })).toHaveFocus();
  expect(server.calls('SendFeedback')).toEqual([
    { feedbackResponseId: 2, feedback: 'Shorter\nkick.', allowReplies: false },
  ]);
  expect(localStorage).toHaveLength(0);
});

test.each([
  [
    '500',
    () => new Response('{}', { status: 500 }),
    /Not sent: the server has a problem\. Your text is kept\./,
  ],
  [
    '502 with HTML',
    () => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
    /Not sent: the server has a problem\. Your text is kept\./,
  ],
  [
    '413',
    () => new Response('', { status: 413 }),
    'Not sent: that is more than the server accepts. Your text is kept.',
  ],
  [
    '429',
    () => new Response('', { status: 429 }),
    /Not sent: too many requests from this network\. Your text is kept\./,
  ],
  [
    'nothing',
    () => Promise.reject(new TypeError('Failed to fetch')),
    /Not sent: the server did not answer\. Your text is kept\./,
  ],
])('says that the text is kept when the server answers %s', async (_, answer, message) => {
  showPage(group());
  server.on('SendFeedback', answer);
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'Keep me');
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  expect(await within(second).findByText(message)).toBeVisible();
  expect(within(second).getByRole('textbox')).toHaveValue('Keep me');
});

test('a response is sent, also if the server cannot read it again', async () => {
  showPage(group());
  server.on('SendFeedback', () => ({
    data: { submitFeedbackResponse: payload('SubmitFeedbackResponsePayload', { feedbackResponse: null }) },
    errors: [{ message: 'An internal error.', path: ['submitFeedbackResponse', 'feedbackResponse'] }],
  }));
  const after = group({ feedbackResponses: [sent(1), sent(2), form(3)] });
  server.on('GroupForms', () => ({ data: { feedbackGroup: after } }));
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'Shorter.');
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  expect(await screen.findByText('Sent. 1 form to go.')).toBeVisible();
  expect(localStorage).toHaveLength(0);
});

test('keeps the choice that the owner may not reply', async () => {
  const { unmount } = showPage(group());
  const replies = async () => within(await entry(/Track no 2/)).getByRole('checkbox', { name: /may reply/ });
  await userEvent.click(await replies());
  unmount();
  showPage(group());
  expect(await replies()).not.toBeChecked();
});

test('shows at the field what the server refuses', async () => {
  showPage(group());
  writes(refused('SubmitFeedbackResponsePayload', 'TEXT_BLANK', 'Please write some text.', 'feedback'));
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  const field = within(second).getByRole('textbox');
  await waitFor(() => {
    expect(field).toHaveAccessibleDescription(/Please write some text\./);
  });
  expect(field).toHaveFocus();
});

test('keeps the text and leads to the sign-in page when the session has ended', async () => {
  showPage(group());
  writes(refused('SubmitFeedbackResponsePayload', 'NOT_LOGGED_IN', 'Not logged in.'));
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'Keep me');
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  expect(await within(second).findByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fgroup%2F12',
  );
  expect(within(second).getByRole('textbox')).toHaveValue('Keep me');
});

test('shows the sent text, and keeps the other, when the form was already sent in another tab', async () => {
  showPage(group());
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'From here');
  writes(
    refused('SubmitFeedbackResponsePayload', 'ALREADY_SUBMITTED', 'Feedback has already been submitted'),
  );
  const after = group({ feedbackResponses: [sent(1), sent(2, { feedback: 'From there' }), form(3)] });
  server.on('GroupForms', () => ({ data: { feedbackGroup: after } }));
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  expect(await within(second).findByText('From there')).toBeVisible();
  expect(within(second).getByText('From here')).toBeVisible();
  await user.click(within(second).getByRole('button', { name: 'Remove this text' }));
  expect(within(second).queryByText('From here')).not.toBeInTheDocument();
});
