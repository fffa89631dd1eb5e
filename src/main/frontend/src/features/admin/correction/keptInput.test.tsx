import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { adminRoutes } from '@/features/admin/routes';
import { accepted, rejected } from '@/test/adminPayloads';
import { answerAdminPages } from '@/test/adminPages';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

const reason = 'A member reported it.';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
  answerAdminPages(server, () => ({}));
});

async function open(path: string, button: string) {
  renderRoutes(adminRoutes, `/admin/${path}`);
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(screen.getByRole('dialog'));
}

test('the reason of a correction is kept when the session ends, until it is sent', async () => {
  server.on('DisableAccount', () =>
    rejected('DisableAccountPayload', 'NOT_LOGGED_IN', 'Not logged in.', null),
  );
  const dialog = await open('people/7', 'Disable account');
  await userEvent.type(dialog.getByLabelText('Reason'), reason);
  await userEvent.click(dialog.getByRole('button', { name: 'Disable account' }));
  expect(await dialog.findByRole('link', { name: 'Sign in' })).toBeVisible();
  cleanup();

  server.on('DisableAccount', () => accepted('DisableAccountPayload'));
  const again = await open('people/7', 'Disable account');
  expect(again.getByLabelText('Reason')).toHaveValue(reason);
  await userEvent.click(again.getByRole('button', { name: 'Disable account' }));
  expect(await screen.findByText(/The account is disabled/)).toBeVisible();
  cleanup();

  const next = await open('people/7', 'Disable account');
  expect(next.getByLabelText('Reason')).toHaveValue('');
});

test('a reason belongs to one correction of one record', async () => {
  const dialog = await open('requests/103', 'Remove request');
  await userEvent.type(dialog.getByLabelText('Reason'), reason);
  await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
  await userEvent.click(screen.getByRole('button', { name: 'Move to another group' }));
  expect(within(screen.getByRole('dialog')).getByLabelText('Reason')).toHaveValue('');
});

test('the id of the new group is kept when the page is loaded again, until the request is moved', async () => {
  const dialog = await open('requests/103', 'Move to another group');
  await userEvent.type(dialog.getByLabelText('Id of the new group'), '14');
  cleanup();

  server.on('MoveRequest', () =>
    rejected('MoveRequestPayload', 'UNKNOWN_GROUP', 'There is no such group.', 'groupId'),
  );
  const again = await open('requests/103', 'Move to another group');
  expect(again.getByLabelText('Id of the new group')).toHaveValue('14');
  await userEvent.type(again.getByLabelText('Reason'), reason);
  await userEvent.click(again.getByRole('button', { name: 'Move to another group' }));
  expect(await again.findByText('There is no such group.')).toBeVisible();
  expect(again.getByLabelText('Id of the new group')).toHaveValue('14');

  server.on('MoveRequest', () => accepted('MoveRequestPayload'));
  await userEvent.click(again.getByRole('button', { name: 'Move to another group' }));
  expect(await screen.findByText('The request is in the group.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Move to another group' }));
  expect(within(screen.getByRole('dialog')).getByLabelText('Id of the new group')).toHaveValue('');
});
