import { screen, within } from '@testing-library/react';
import { Outlet } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { UnreadCount } from '@/features/notification/count/UnreadCount';
import { notificationRoutes } from '@/features/notification/routes';
import { payload } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

const readable = {
  __typename: 'Notice',
  id: '2f9a',
  title: 'Your feedback can be read',
  text: 'You have sent all your feedback in this group.',
  path: '/group/12',
  link: 'Feedback Group #12 - Jazz',
  createdAt: '2026-11-29T14:00:00Z',
  read: false,
};

const ungrouped = {
  ...readable,
  id: '7c01',
  title: 'Your request has no group yet',
  path: '/',
  link: 'Your request',
  createdAt: '2026-11-28T02:30:00Z',
  read: true,
};

let server: FakeServer;
let show: () => void;

beforeEach(() => {
  server = fakeServer();
  server.on('MarkNoticesAsRead', () => payload('markNoticesAsRead', [], { unreadNotices: 0 }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        show = () => {
          callback([{ isIntersecting: true }]);
        };
      }
      observe() {
        return undefined;
      }
      disconnect() {
        return undefined;
      }
    },
  );
});

async function open(notices: unknown[]) {
  server.on('NoticesPage', () => ({ data: { notices } }));
  renderRoutes(notificationRoutes, '/notices');
  await screen.findByRole('heading', { name: 'Notices' });
}

test('lists the notices, each with its page, its time and whether it is new', async () => {
  await open([readable, ungrouped]);

  const [first, second] = screen.getAllByRole('listitem');
  if (!first || !second) throw new Error('Two entries are expected.');
  expect(within(first).getByRole('link', { name: 'Your feedback can be read' })).toHaveAttribute(
    'href',
    '/group/12',
  );
  expect(within(first).getByText('New')).toBeVisible();
  expect(within(first).getByText('You have sent all your feedback in this group.')).toBeVisible();
  expect(within(first).getByText(/^Feedback Group #12 - Jazz/)).toBeVisible();
  expect(first.querySelector('time')).toHaveAttribute('datetime', '2026-11-29T14:00:00Z');
  expect(within(second).queryByText('New')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Choose in the settings what is mailed' })).toHaveAttribute(
    'href',
    '/settings',
  );
});

test('marks the new notices as read when they are shown, and keeps them marked as new', async () => {
  await open([readable, ungrouped]);
  expect(server.calls('MarkNoticesAsRead')).toEqual([]);

  show();

  await vi.waitFor(() => {
    expect(server.calls('MarkNoticesAsRead')).toEqual([{ noticeIds: ['2f9a'] }]);
  });
  expect(screen.getByText('New')).toBeVisible();
});

test('takes the number of new notices from the answer, without another request', async () => {
  server.on('UnreadNotices', () => ({ data: { unreadNotices: 3 } }));
  server.on('NoticesPage', () => ({ data: { notices: [readable, ungrouped] } }));
  server.on('MarkNoticesAsRead', () => payload('markNoticesAsRead', [], { unreadNotices: 2 }));
  const withCount = (
    <>
      <UnreadCount />
      <Outlet />
    </>
  );
  renderRoutes((client) => [{ element: withCount, children: notificationRoutes(client) }], '/notices');
  expect(await screen.findByText('3')).toBeVisible();
  await screen.findByRole('heading', { name: 'Notices' });
  const asked = server.calls('UnreadNotices').length;

  show();

  expect(await screen.findByText('2')).toBeVisible();
  expect(server.calls('UnreadNotices')).toHaveLength(asked);
});

test('stays as it is if the server does not mark them', async () => {
  server.on('MarkNoticesAsRead', () => Response.json({}, { status: 500 }));
  await open([readable]);
  show();

  await vi.waitFor(() => {
    expect(server.calls('MarkNoticesAsRead')).toHaveLength(1);
  });
  expect(screen.getByRole('link', { name: 'Your feedback can be read' })).toBeVisible();
});

test('says what will be here while there is nothing', async () => {
  await open([]);

  expect(screen.getByText(/No notices yet/)).toBeVisible();
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});
