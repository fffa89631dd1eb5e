'use strict';

// GraphiQL uses the same storage keys in every project. The prefix separates this project's tabs from those
// of other projects that are served at localhost:8080.
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

// GraphiQL finds the active tab of the last visit by the stored contents of its editors, and stores them only
// after an edit. Without this function, it adds an empty tab at each reload that follows a visit without edits.
function rememberActiveTab() {
  const { tabs = [], activeTabIndex } = JSON.parse(storage.getItem('graphiql:tabState')) ?? {};
  const active = tabs[activeTabIndex] ?? tour[0];
  storage.setItem('graphiql:query', active.query ?? '');
  storage.setItem('graphiql:variables', active.variables ?? '');
}

function restartTour() {
  if (confirm('Close all tabs and open the example tabs again?')) {
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
      createElement('button', { type: 'button', className: 'restart-tour', onClick: restartTour }, 'Reset example tabs'),
    ),
  ),
);
