import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { expect, test } from 'vitest';
import { NotFound } from './NotFound';
import { PageTitle } from './PageTitle';

test('the first page leaves the focus alone, the next one takes it', async () => {
  const user = userEvent.setup();
  const router = createMemoryRouter([
    {
      Component: () => (
        <>
          <Link to="/settings">Settings</Link>
          <Link to="/missing">Missing</Link>
          <Link to="/group#track-2">Second track</Link>
          <Link to="/settings?tab=mail">Mail</Link>
          <Outlet />
        </>
      ),
      children: [
        { path: '/', Component: () => <PageTitle>Home</PageTitle> },
        { path: '/settings', Component: () => <PageTitle lede="About you">Settings</PageTitle> },
        {
          path: '/group',
          Component: () => (
            <>
              <PageTitle>Group</PageTitle>
              <h2 id="track-2" tabIndex={-1}>
                Track no 2
              </h2>
            </>
          ),
        },
        { path: '*', Component: NotFound },
      ],
    },
  ]);
  render(<RouterProvider router={router} />);
  expect(screen.getByRole('heading', { name: 'Home' })).not.toHaveFocus();
  expect(document.title).toBe('Home · How’s My Track?');

  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await waitFor(() => {
    expect(screen.getByRole('heading', { name: 'Settings' })).toHaveFocus();
  });
  expect(document.title).toBe('Settings · How’s My Track?');

  await user.click(screen.getByRole('link', { name: 'Mail' }));
  expect(screen.getByRole('link', { name: 'Mail' })).toHaveFocus();

  await user.click(screen.getByRole('link', { name: 'Missing' }));
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Go to the start page' })).toHaveAttribute('href', '/');

  await user.click(screen.getByRole('link', { name: 'Second track' }));
  expect(await screen.findByRole('heading', { name: 'Track no 2' })).toHaveFocus();
});
