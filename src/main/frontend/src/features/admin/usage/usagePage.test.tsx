import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { adminRoutes } from '@/features/admin/routes';
import { usageDay } from '@/test/adminRecords';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
  server.on('UsagePage', () => ({
    data: {
      usage: [
        usageDay('2026-11-01'),
        usageDay('2026-11-02', { requests: 3, responsesAsked: 0, responsesGiven: 0, responseRate: null }),
      ],
    },
  }));
});

test('shows one figure as a chart, and all of them as a table', async () => {
  renderRoutes(adminRoutes, '/admin/usage?from=2026-11-01&to=2026-11-02');
  expect(await screen.findByText('Requests by day: 12 in all, at most 9 on a day')).toBeVisible();
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Requests by day, 1 Nov 2026 to 2 Nov 2026. The table below has the numbers.',
  );
  expect(screen.getByRole('row', { name: '1 Nov 2026 2 9 1 12 6 50%' })).toBeVisible();
  expect(screen.getByRole('row', { name: '2 Nov 2026 2 3 1 0 0 none' })).toBeVisible();
  expect(server.calls('UsagePage')).toEqual([{ from: '2026-11-01', to: '2026-11-02' }]);
});

test('has the period and the figure in the address', async () => {
  const { router } = renderRoutes(adminRoutes, '/admin/usage?from=2026-11-01&to=2026-11-02');
  await userEvent.selectOptions(await screen.findByLabelText('Chart'), 'Forms sent');
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText(/^Forms sent by day: 6 in all/)).toBeVisible();
  expect(router.state.location.search).toBe('?from=2026-11-01&to=2026-11-02&figure=responsesGiven');
});

test('leads from a period that is too long to the default', async () => {
  server.on('UsagePage', () => ({
    data: { usage: null },
    errors: [{ message: 'At most 400 days.', path: ['usage'], extensions: { code: 'INVALID_RANGE' } }],
  }));
  renderRoutes(adminRoutes, '/admin/usage?from=2000-01-01');
  expect(await screen.findByText(/more than 400 days/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show the last 30 days' })).toHaveAttribute('href', '/admin/usage');
});
