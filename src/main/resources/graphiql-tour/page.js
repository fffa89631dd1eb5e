'use strict';

// Every GraphiQL keeps its tabs under the same names, and localhost:8080 has seen many projects.
const namespace = 'howsmytrack:';

const storage = {
  getItem: (key) => localStorage.getItem(namespace + key),
  setItem: (key, value) => localStorage.setItem(namespace + key, value),
  removeItem: (key) => localStorage.removeItem(namespace + key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
  get length() {
    return ownKeys().length;
  },
};

function ownKeys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(namespace));
}

// GraphiQL finds the active tab of the last visit by the contents of its editors, which it stores
// only when they are typed in: after a mere look around it would add an empty tab at each reload.
function rememberActiveTab() {
  const { tabs = [], activeTabIndex } = JSON.parse(storage.getItem('graphiql:tabState')) ?? {};
  const active = tabs[activeTabIndex] ?? tour[0];
  storage.setItem('graphiql:query', active.query ?? '');
  storage.setItem('graphiql:variables', active.variables ?? '');
}

function restartTour() {
  if (confirm('Close all tabs and open the tour again?')) {
    ['tabState', 'query', 'variables'].forEach((key) => storage.removeItem('graphiql:' + key));
    location.reload();
  }
}

const fetcher = GraphiQL.createFetcher({
  url: '/graphql',
  fetch: (url, options) => fetch(url, { ...options, credentials: 'same-origin' }),
});

rememberActiveTab();

const { createElement } = React;
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  createElement(
    GraphiQL,
    {
      fetcher,
      storage,
      defaultTabs: tour,
      defaultEditorToolsVisibility: 'variables',
      isHeadersEditorEnabled: false,
      showPersistHeadersSettings: false,
    },
    createElement(
      GraphiQL.Logo,
      null,
      "How's My Track?",
      createElement('button', { type: 'button', className: 'restart-tour', onClick: restartTour }, 'Restart tour'),
    ),
  ),
);
