import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { accepted, rejected } from '@/test/adminPayloads';
import { answerAdminPages } from '@/test/adminPages';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { adminRoutes } from './routes';

let server: FakeServer;
/** Changes of the fake server: what the records look like now. */
let changed: Record<string, unknown>;

beforeEach(() => {
  server = fakeServer();
  changed = {};
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
  answerAdminPages(server, () => changed);
});

async function open(path: string, button: string) {
  renderRoutes(adminRoutes, `/admin/${path}`);
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(screen.getByRole('dialog'));
}

const reason = 'A member reported it.';

test.each([
  [
    'people/7',
    'Disable account',
    'DisableAccount',
    { id: '7' },
    { disabledAt: '2026-11-29T00:00:00Z' },
    'Enable account',
    /is disabled/,
  ],
  [
    'people/7',
    'Grant operator role',
    'GrantOperator',
    { id: '7' },
    { operator: true },
    'Revoke operator role',
    /has the operator role/,
  ],
  [
    'requests/103',
    'Make pending again',
    'MoveRequest',
    { id: '103', groupId: null },
    { groupId: null },
    'Move to a group',
    /is pending again/,
  ],
  [
    'requests/103',
    'Remove request',
    'RemoveRequest',
    { id: '103' },
    { personId: null },
    'Remove request',
    /is removed/,
  ],
  [
    'responses/900',
    'Clear response',
    'ClearResponse',
    { id: '900' },
    { allowReplies: false },
    'Clear response',
    /The text is removed/,
  ],
  [
    'jobs',
    'Run now: Assign groups',
    'RunJob',
    { job: 'ASSIGN_GROUPS' },
    { id: '301' },
    'Run now: Assign groups',
    /the run succeeded/,
  ],
])('%s: %s', async (path, button, mutation, variables, change, next, message) => {
  server.on(mutation, (sent) => {
    changed = { ...change, reason: sent.reason };
    return accepted(`${mutation}Payload`);
  });
  const dialog = await open(path, button);
  await userEvent.type(dialog.getByLabelText('Reason'), reason);
  await userEvent.click(dialog.getByRole('button', { name: button.replace(/:.*/, '') }));

  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.calls(mutation)).toEqual([{ ...variables, reason }]);
  // The page was loaded again: the new state, and the reason in the audit log.
  expect(await screen.findByRole('button', { name: next })).toBeVisible();
  if (path !== 'jobs') expect(await screen.findByText(reason)).toBeVisible();
});

test.each([
  [
    'Enable account',
    'EnableAccount',
    { disabledAt: '2026-11-29T00:00:00Z' },
    { disabledAt: null },
    'Disable account',
  ],
  ['Revoke operator role', 'RevokeOperator', { operator: true }, { operator: false }, 'Grant operator role'],
])('people/7: %s', async (button, mutation, before, after, next) => {
  changed = before;
  server.on(mutation, () => {
    changed = after;
    return accepted(`${mutation}Payload`);
  });
  const dialog = await open('people/7', button);
  await userEvent.type(dialog.getByLabelText('Reason'), reason);
  await userEvent.click(dialog.getByRole('button', { name: button }));
  expect(await screen.findByRole('button', { name: next })).toBeVisible();
  expect(server.calls(mutation)).toEqual([{ id: '7', reason }]);
});

describe('moving a request', () => {
  test('names the new group', async () => {
    server.on('MoveRequest', () => accepted('MoveRequestPayload'));
    const dialog = await open('requests/103', 'Move to another group');
    await userEvent.type(dialog.getByLabelText('Id of the new group'), ' 14');
    await userEvent.type(dialog.getByLabelText('Reason'), reason);
    await userEvent.click(dialog.getByRole('button', { name: 'Move to another group' }));
    expect(await screen.findByText('The request is in the group.')).toBeVisible();
    expect(server.calls('MoveRequest')).toEqual([{ id: '103', groupId: '14', reason }]);
  });

  test('never makes it pending because the field is empty', async () => {
    server.on('MoveRequest', () =>
      rejected('MoveRequestPayload', 'UNKNOWN_GROUP', 'There is no such group.', 'groupId'),
    );
    const dialog = await open('requests/103', 'Move to another group');
    await userEvent.click(dialog.getByRole('button', { name: 'Move to another group' }));
    const field = await dialog.findByLabelText('Id of the new group');
    await expect.poll(() => field).toHaveAccessibleDescription('There is no such group.');
    await expect.poll(() => field).toHaveFocus();
    expect(server.calls('MoveRequest')).toEqual([{ id: '103', groupId: '0', reason: '' }]);
  });
});

test('the page of a request that was deleted says so', async () => {
  server.on('RemoveRequest', () => {
    server.on('RequestDetailsPage', () => ({ data: { requestDetails: null } }));
    return accepted('RemoveRequestPayload');
  });
  const dialog = await open('requests/103', 'Remove request');
  await userEvent.type(dialog.getByLabelText('Reason'), reason);
  await userEvent.click(dialog.getByRole('button', { name: 'Remove request' }));
  expect(await screen.findByText(/There is no request with this id/)).toBeVisible();
  expect(screen.getByText('The request is removed.')).toBeVisible();
});

describe('a correction that is refused', () => {
  test('keeps the reason, with the error at the field', async () => {
    server.on('DisableAccount', () =>
      rejected('DisableAccountPayload', 'REASON_WITH_ADDRESS', 'Name members by id.', 'reason'),
    );
    const dialog = await open('people/7', 'Disable account');
    await userEvent.type(dialog.getByLabelText('Reason'), 'a@b.example');
    await userEvent.click(dialog.getByRole('button', { name: 'Disable account' }));
    const field = dialog.getByLabelText('Reason');
    await expect.poll(() => field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Name members by id\./);
    expect(field).toHaveValue('a@b.example');
  });

  test.each([
    [
      'a rule',
      () => rejected('RevokeOperatorPayload', 'LAST_OPERATOR', 'This is the last operator.', null),
      'This is the last operator.',
    ],
    [
      'the server',
      () => new Response('', { status: 502 }),
      'The server has a problem. Try again in a minute.',
    ],
  ])('says the reason above the button: %s', async (_, answer, message) => {
    changed = { operator: true };
    server.on('RevokeOperator', answer);
    const dialog = await open('people/7', 'Revoke operator role');
    await userEvent.type(dialog.getByLabelText('Reason'), reason);
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke operator role' }));
    expect(await dialog.findByText(message)).toBeVisible();
    expect(dialog.getByLabelText('Reason')).toHaveValue(reason);
  });

  test('can be closed without a change', async () => {
    const dialog = await open('people/7', 'Disable account');
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.calls('DisableAccount')).toEqual([]);
  });
});

describe('mails that were given up', () => {
  test('are tried again one by one, with or without a reason', async () => {
    server.on('RetryMail', () => {
      changed = { state: 'QUEUED', finishedAt: null };
      return accepted('RetryMailPayload');
    });
    const dialog = await open('mails', 'Try again: mail #40');
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Mail #40 is in the queue again.')).toBeVisible();
    expect(await screen.findByText('Queued', { selector: 'span' })).toBeVisible();
    expect(server.calls('RetryMail')).toEqual([{ id: '40', reason: null }]);
  });

  test('are tried again all together, or all of a kind', async () => {
    server.on('RetryMails', () => accepted('RetryMailsPayload', { retried: 1 }));
    const dialog = await open('mails', 'Try all again');
    await userEvent.selectOptions(dialog.getByLabelText('Kind'), 'Reminder');
    await userEvent.type(dialog.getByLabelText('Reason (optional)'), reason);
    await userEvent.click(dialog.getByRole('button', { name: 'Try all again' }));
    expect(await screen.findByText('1 mail is in the queue again.')).toBeVisible();
    expect(server.calls('RetryMails')).toEqual([{ kind: 'reminder', reason }]);
  });
});

test('a form has no text to clear', async () => {
  changed = { submittedAt: null };
  renderRoutes(adminRoutes, '/admin/responses/900');
  expect(await screen.findByText('not yet: a form')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Clear response' })).toBeNull();
});
