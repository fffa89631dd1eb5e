import { startTransition, useActionState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/api/gql';
import { problemOf } from '@/api/problem';
import { ActionResult } from '@/features/account/form/ActionResult';
import { done, untouched, type FormState } from '@/lib/formState';
import layout from '@/ui/layout/layout.module.css';
import { Button } from '@/ui/button/Button';
import { downloadJson } from './downloadJson';
import { SettingsSection } from './SettingsSection';

const MyDataQuery = graphql(`
  query MyData {
    exportMyData
  }
`);

export function DataSection() {
  const client = useClient();
  const [state, download, pending] = useActionState(async (): Promise<FormState> => {
    const { data, error } = await client
      .query(MyDataQuery, {}, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) return { ...untouched, message: problemOf(error).message };
    if (!data?.exportMyData) return { ...untouched, signedOut: true };
    const today = new Date().toISOString().slice(0, 10);
    downloadJson(data.exportMyData, `hows-my-track-${today}.json`);
    return done;
  }, untouched);
  return (
    <SettingsSection title="Your data">
      <p className={layout.soft}>
        Everything we keep about you, as one JSON file. Feedback that you got comes without its authors, as on
        the pages.
      </p>
      <div>
        <Button
          busy={pending}
          onClick={() => {
            startTransition(download);
          }}
        >
          {pending ? 'Collecting your data' : 'Download my data'}
        </Button>
      </div>
      <ActionResult state={state} pending={pending}>
        Your browser has the file now.
      </ActionResult>
    </SettingsSection>
  );
}
