import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AuditTable } from '@/features/admin/audit/AuditTable';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { RecordsSection } from '@/features/admin/detail/RecordsSection';
import { noAuditEntries } from '@/features/admin/parts/adminTexts';
import { ReplyTable } from '@/features/admin/reply/ReplyTable';
import { RequestTable } from '@/features/admin/request/RequestTable';
import { ResponseCorrections } from './ResponseCorrections';
import { ResponseFacts } from './ResponseFacts';

const ResponseRecords_details = graphql(`
  fragment ResponseRecords_details on ResponseDetails {
    response {
      id
      ...ResponseFacts_response
      ...ResponseCorrections_response
    }
    request {
      ...RequestTable_request
    }
    replies(first: 20) {
      edges {
        node {
          ...ReplyTable_reply
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

/** A response, the request that it is about, its replies, and what operators changed. */
export function ResponseRecords(props: { details: FragmentType<typeof ResponseRecords_details> }) {
  const { response, request, replies, auditLog } = readFragment(ResponseRecords_details, props.details);
  return (
    <>
      <ResponseFacts response={response} />
      <ResponseCorrections response={response} />
      <DetailSection title="Request">
        <RequestTable requests={[request]} empty="" />
      </DetailSection>
      <RecordsSection
        title="Replies"
        records={replies}
        list={`/admin/replies?responseId=${response.id}`}
        table={(records) => <ReplyTable replies={records} empty="No replies." />}
      />
      <RecordsSection
        title="Audit log"
        records={auditLog}
        list={`/admin/audit?subject=RESPONSE&subjectId=${response.id}`}
        table={(records) => <AuditTable entries={records} empty={noAuditEntries} />}
      />
    </>
  );
}
