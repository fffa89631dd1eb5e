// Audits the endpoint for GraphQL over HTTP. Some of the audits use introspection.
import { auditServer } from 'graphql-http';
import { run } from './script.js';

await run(async ({ api }) => {
  const audits = await auditServer({ url: api });
  return audits.map(({ id, name, status }) => ({ id, name, status }));
});
