import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import type { Client } from 'urql';
import { preload } from '@/api/preload';
import { ownPath } from '@/lib/ownPath';
import { SettingsPageQuery } from './settings/settingsPageQuery';
import { loadViewer, ViewerQuery } from './viewer/viewer';

/** Leads signed-in members on. Asks the server about them, because the session can have ended since the page was loaded. */
function visitorsOnly(client: Client) {
  return async ({ request }: LoaderFunctionArgs) => {
    if (!(await loadViewer(client))) return null;
    const { userDetails } = await preload(client, ViewerQuery, {});
    return userDetails ? redirect(ownPath(new URL(request.url).searchParams.get('next'))) : null;
  };
}

/** Pages for visitors. */
export const visitorRoutes = (client: Client): RouteObject[] => [
  {
    path: 'register',
    loader: visitorsOnly(client),
    lazy: { Component: async () => (await import('./registration/RegisterPage')).RegisterPage },
  },
  {
    path: 'sign-in',
    loader: visitorsOnly(client),
    lazy: { Component: async () => (await import('./session/SignInPage')).SignInPage },
  },
  {
    path: 'forgotten-password',
    loader: visitorsOnly(client),
    lazy: { Component: async () => (await import('./recovery/ForgottenPasswordPage')).ForgottenPasswordPage },
  },
];

/** Pages of an account, for members. */
export const accountRoutes = (client: Client): RouteObject[] => [
  {
    path: 'settings',
    loader: () => preload(client, SettingsPageQuery, {}),
    lazy: { Component: async () => (await import('./settings/SettingsPage')).SettingsPage },
  },
];
