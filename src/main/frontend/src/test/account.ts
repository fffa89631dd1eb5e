import { vi } from 'vitest';
import type { FakeServer } from '@/test/fakeServer';

/** Records where a page leads with a new document. */
export function fakeLocation(): { assign: ReturnType<typeof vi.fn> } {
  const assign = vi.fn();
  vi.stubGlobal('location', {
    assign,
    origin: location.origin,
    host: location.host,
    pathname: '/',
  });
  return { assign };
}

export function aMember(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'User',
    id: '7',
    username: 'mira@post.example',
    emailVerified: true,
    emailRefused: false,
    verifiedAddressNeededFor: 'REQUESTS_AND_MAILS',
    operator: false,
    notifications: 0,
    rating: null,
    mailPreferences: [
      {
        __typename: 'MailPreference',
        kind: 'new-group',
        description: 'mails about new groups',
        enabled: true,
      },
      { __typename: 'MailPreference', kind: 'reminder', description: 'reminders', enabled: true },
    ],
    ...changes,
  };
}

export function signedInAs(server: FakeServer, member: ReturnType<typeof aMember> | null): void {
  server.on('Viewer', () => ({ data: { userDetails: member } }));
  server.on('SettingsPage', () => ({ data: { userDetails: member } }));
}

/** The check of the session succeeds. */
export function sessionLasts(server: FakeServer): void {
  server.on('CheckSession', () => ({
    data: { verifyToken: { __typename: 'VerifyTokenPayload', payload: {} } },
  }));
}

type UserError = { code: string; message: string; argument?: string };

/** The answer of a mutation that fails with these errors, or succeeds without any. */
export function payload(field: string, errors: UserError[] = [], more: Record<string, unknown> = {}) {
  return {
    data: {
      [field]: {
        __typename: 'Payload',
        success: errors.length === 0,
        error: errors[0]?.message ?? null,
        userErrors: errors.map((error) => ({ __typename: 'UserError', argument: null, ...error })),
        ...more,
      },
    },
  };
}

export function refusal(code: string, message: string) {
  return { data: null, errors: [{ message, extensions: { code } }] };
}

/** The server or the proxy before it has a problem. The operation, and what the member reads. */
export const failures: [string, () => Response | Promise<Response>, RegExp][] = [
  ['500', () => Response.json({}, { status: 500 }), /The server has a problem/],
  [
    '502 with HTML',
    () => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
    /The server has a problem/,
  ],
  ['413', () => new Response('', { status: 413 }), /more than the server accepts/],
  ['429', () => new Response('', { status: 429 }), /Too many requests/],
  ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), /The server did not answer/],
];
