/** The operators' pages, in the order of their navigation. */
export const adminPages = [
  { path: 'people', label: 'People', about: 'Find an account, disable it, grant the operator role.' },
  { path: 'groups', label: 'Groups', about: 'Who is in a group, and how many forms are sent.' },
  { path: 'requests', label: 'Requests', about: 'Move or remove a request.' },
  { path: 'responses', label: 'Responses', about: 'Submitted and owed. Clear an abusive one.' },
  { path: 'replies', label: 'Replies', about: 'What was written below responses.' },
  { path: 'jobs', label: 'Jobs', about: 'Run one now, and see what earlier runs did.' },
  { path: 'sources', label: 'Music services', about: 'Whether new releases arrive, and why not.' },
  { path: 'mails', label: 'Mails', about: 'What waits, what was sent, what failed.' },
  { path: 'audit', label: 'Audit log', about: 'What operators changed and read.' },
  { path: 'usage', label: 'Usage', about: 'Registrations, requests, groups and responses by day.' },
];
