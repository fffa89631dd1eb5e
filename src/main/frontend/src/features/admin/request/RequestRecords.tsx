import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AuditTable } from '@/features/admin/audit/AuditTable';
import { RecordsSection } from '@/features/admin/detail/RecordsSection';
import { noAuditEntries, ownGroupsLeftOut } from '@/features/admin/parts/adminTexts';
import { ResponseTable } from '@/features/admin/response/ResponseTable';
import { RequestCorrections } from './RequestCorrections';
import { RequestFacts } from './RequestFacts';

const RequestRecords_details = graphql(`
  fragment RequestRecords_details on RequestDetails {
    request {
      id
      groupId
      ...RequestCorrections_request
    }
    ...RequestFacts_details
    responses(first: 10) {
      edges {
        node {
          ...ResponseTable_response
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    auditLog(first: 10) {
      edges {
        node {
          ...AuditTable_entry
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** A request, its responses, and what operators changed. */
export function RequestRecords(props: { details: FragmentType<typeof RequestRecords_details> }) {
  const details = readFragment(RequestRecords_details, props.details);
  const { request, responses, auditLog } = details;
  const { id, groupId } = request;
  return (
    <>
      <RequestFacts details={details} />
      <RequestCorrections request={request} />
      <RecordsSection
        title="Responses"
        records={responses}
        list={`/admin/responses?requestId=${id}`}
        table={(records) => (
          <ResponseTable
            responses={records}
            empty={groupId ? `No responses. ${ownGroupsLeftOut}` : 'A pending request has no responses.'}
          />
        )}
      />
      <RecordsSection
        title="Audit log"
        records={auditLog}
        list={`/admin/audit?subject=REQUEST&subjectId=${id}`}
        table={(records) => <AuditTable entries={records} empty={noAuditEntries} />}
      />
    </>
  );
}
