import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderRoutes } from '@/test/renderApp';
import { LandingPage } from './LandingPage';

function open(path = '/') {
  renderRoutes(() => [{ path: '/', element: <LandingPage /> }], path);
}

test('leads to an account, or into it', async () => {
  open();

  expect(await screen.findByRole('link', { name: 'Ask for feedback' })).toHaveAttribute('href', '/register');
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
});

test('tells how it works, with an example', async () => {
  open();

  expect(await screen.findByRole('heading', { name: 'How it works' })).toBeInTheDocument();
  expect(screen.getByRole('figure', { name: /One response/ })).toHaveTextContent(/Rated 5 of 5/);
});

test('says that the account is deleted', async () => {
  open('/?account=deleted');

  expect(await screen.findByRole('status')).toHaveTextContent('Your account is deleted.');
});
