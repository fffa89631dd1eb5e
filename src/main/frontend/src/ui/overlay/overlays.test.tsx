import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { expect, test, vi } from 'vitest';
import { Button } from '@/ui/button/Button';
import { ConfirmDialog } from './ConfirmDialog';
import { Menu } from './Menu';

function renderDialog(onConfirm: () => void) {
  render(
    <ConfirmDialog
      title="Withdraw Salt Flats?"
      trigger={<Button>Withdraw</Button>}
      confirmLabel="Withdraw it"
      cancelLabel="Keep it"
      danger
      onConfirm={onConfirm}
    >
      It is not in the next groups.
    </ConfirmDialog>,
  );
  return userEvent.setup();
}

test('a dialog asks, then does what it says', async () => {
  const onConfirm = vi.fn();
  const user = renderDialog(onConfirm);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Withdraw' }));
  expect(screen.getByRole('dialog', { name: 'Withdraw Salt Flats?' })).toHaveTextContent(
    'It is not in the next groups.',
  );
  await user.click(screen.getByRole('button', { name: 'Withdraw it' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a dialog that is closed does nothing', async () => {
  const onConfirm = vi.fn();
  const user = renderDialog(onConfirm);
  await user.click(screen.getByRole('button', { name: 'Withdraw' }));
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(onConfirm).not.toHaveBeenCalled();
});

function renderMenu(onSignOut: () => void) {
  const router = createMemoryRouter([
    {
      path: '*',
      Component: () => (
        <Menu
          label="Account"
          trigger="MS"
          items={[
            { label: 'Settings', href: '/settings' },
            { label: 'Sign out', onAction: onSignOut, danger: true },
          ]}
        />
      ),
    },
  ]);
  render(<RouterProvider router={router} />);
  return { router, user: userEvent.setup() };
}

test('a menu opens by keyboard, moves by arrows and acts on Enter', async () => {
  const onSignOut = vi.fn();
  const { user } = renderMenu(onSignOut);
  await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('menu', { name: 'Account' })).toBeVisible();
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Account');
  await waitFor(() => {
    expect(screen.getByRole('menuitem', { name: 'Settings' })).toHaveFocus();
  });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onSignOut).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

test('a menu leads to a page', async () => {
  const { router, user } = renderMenu(vi.fn());
  await user.click(screen.getByRole('button', { name: 'Account' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Settings' }));
  expect(router.state.location.pathname).toBe('/settings');
});

test('Escape closes a menu and gives the focus back', async () => {
  const { user } = renderMenu(vi.fn());
  await user.click(screen.getByRole('button', { name: 'Account' }));
  await screen.findByRole('menu');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Account' })).toHaveFocus();
  });

  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(screen.getByRole('menuitem', { name: 'Settings' })).toHaveFocus();
  });
});
