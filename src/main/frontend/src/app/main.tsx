import '@/ui/tokens.css';
import '@/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { applyAppearance } from '@/lib/theme';
import { createClient } from './createClient';
import { routeTree } from './routeTree';
import { loadAgain } from './session/loadAgain';

applyAppearance();

// The back button can bring back a page from before a sign-out, without asking the server.
addEventListener('pageshow', (event) => {
  if (event.persisted) loadAgain();
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root.');

const client = createClient();
const router = createBrowserRouter(routeTree(client));

createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  </StrictMode>,
);
